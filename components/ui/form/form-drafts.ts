import { accountOfPage } from '@/lib/edge/client/send'

/** What was typed into the forms of one page, kept in this tab while the person signs in again. */
interface Drafts {
  account: string
  path: string
  /** When they were saved, in milliseconds since 1970. */
  at: number
  forms: Record<string, Record<string, unknown>>
}

type ReadValues = () => Readonly<Record<string, unknown>> | null

const STORED_AS = 'latchkey:drafts'
const KEPT_FOR_MS = 60 * 60 * 1000

const SECRET_NAME = /password|secret|key|code|captcha/i
/** The format of our keys, which a person may have pasted into any field. */
const SECRET_TEXT = /lk[a-z]_[0-9a-z]{8}/i

const readers = new Map<string, ReadValues>()

/** Returns the values that may be kept: no passwords, no keys. */
export function withoutSecrets(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const isSecret = ([name, value]: [string, unknown]) =>
    SECRET_NAME.test(name) || (typeof value === 'string' && SECRET_TEXT.test(value))
  return Object.fromEntries(Object.entries(values).filter((entry) => !isSecret(entry)))
}

/**
 * Registers a form whose values are kept when the person has to leave the page. `read` returns null while nothing was
 * typed. Returns a function that removes the form again.
 */
export function offerDraft(name: string, read: ReadValues): () => void {
  readers.set(name, read)
  return () => readers.delete(name)
}

/** Saves what was typed on this page, in this tab and only for its account. */
export function keepDrafts(): void {
  const account = accountOfPage()
  const forms = Object.fromEntries(
    [...readers].flatMap(([name, read]) => {
      const values = read()
      return values === null ? [] : [[name, withoutSecrets(values)]]
    }),
  )
  if (account === null || Object.keys(forms).length === 0) return
  const drafts: Drafts = { account, path: window.location.pathname, at: Date.now(), forms }
  // JSON has no `undefined`. Null marks a choice that the person cleared, so it is not restored.
  const text = JSON.stringify(drafts, (_, value: unknown) => (value === undefined ? null : value))
  sessionStorage.setItem(STORED_AS, text)
}

/** Whether a draft of this form is kept for this page and account. */
export function isDraftKept(name: string): boolean {
  return readDrafts()?.forms[name] !== undefined
}

/** Removes the draft of a form from the store and returns it; null when there is none. */
export function takeDraft(name: string): Record<string, unknown> | null {
  const drafts = readDrafts()
  const draft = drafts?.forms[name]
  if (drafts === null || draft === undefined) return null
  const { [name]: _, ...others } = drafts.forms
  if (Object.keys(others).length === 0) sessionStorage.removeItem(STORED_AS)
  else sessionStorage.setItem(STORED_AS, JSON.stringify({ ...drafts, forms: others }))
  return Object.fromEntries(Object.entries(draft).map(([field, value]) => [field, value ?? undefined]))
}

/** Deletes drafts of another account, and drafts that are too old. */
export function dropForeignDrafts(): void {
  const drafts = storedDrafts()
  if (drafts !== null && !isCurrent(drafts)) sessionStorage.removeItem(STORED_AS)
}

function readDrafts(): Drafts | null {
  const drafts = storedDrafts()
  return drafts !== null && isCurrent(drafts) && drafts.path === window.location.pathname ? drafts : null
}

function isCurrent({ account, at }: Drafts): boolean {
  return account === accountOfPage() && Date.now() - at < KEPT_FOR_MS
}

/** Only our own pages write this entry, always in this shape. */
function storedDrafts(): Drafts | null {
  const text = sessionStorage.getItem(STORED_AS)
  return text === null ? null : (JSON.parse(text) as Drafts)
}
