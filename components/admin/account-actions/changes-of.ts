import { adminAuditTexts } from '@/components/admin/texts-audit'

const texts = adminAuditTexts.details.values

/** One entry of an audit event: a changed field with its old and new value, or another detail. */
export interface Change {
  name: string
  /** Undefined when the event does not record it. */
  before: string | undefined
  after: string | undefined
}

/** Lists an event's details: changed fields with old and new values first, then everything else. */
export function changesOf(details: Readonly<Record<string, unknown>>): Change[] {
  const { before, after, ...rest } = details
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...Object.keys(old), ...Object.keys(fresh)])]
  return [
    ...names.map((name) => ({ name, before: inWords(old[name]), after: inWords(fresh[name]) })),
    ...Object.entries(rest).map(([name, value]) => ({ name, before: undefined, after: inWords(value) })),
  ]
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function inWords(value: unknown): string | undefined {
  if (value === undefined) return undefined
  if (value === null) return texts.none
  if (typeof value === 'boolean') return value ? texts.yes : texts.no
  if (typeof value === 'string') return value === '' ? texts.empty : value
  if (Array.isArray(value) && value.every((entry) => typeof entry === 'string')) return value.join(', ') || texts.none
  return JSON.stringify(value)
}
