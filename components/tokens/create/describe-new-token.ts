import { instantInZone } from '@/components/tokens/create/describe-end'
import { remindersAhead } from '@/components/tokens/create/reminders-ahead'
import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import type { TokenEnd } from '@/components/tokens/list/token-end'
import { createTexts } from '@/components/tokens/texts-create'
import { joinWords } from '@/components/ui/join-words'
import { formatDuration } from '@/components/ui/time/format-duration'

const words = createTexts.summary

interface NewToken {
  scopes: readonly string[]
  end: TokenEnd
  idleSeconds: number | undefined
  reminders: TokenPolicy['reminders']
}

/** Says in one sentence what a form would create; null until a day is chosen. */
export function describeNewToken(token: NewToken, nowMs: number, timeZone: string): string | null {
  const { scopes, end, idleSeconds, reminders } = token
  if (end.expires_at === '') return null
  const atMs = end.never ? null : momentOf(end, nowMs)
  const expiry = describeExpiry(atMs === null ? null : instantInZone(atMs, timeZone), idleSeconds)
  const emails = atMs === null ? '' : describeEmails(remindersAhead(atMs, nowMs), reminders)
  return words.creates(describeScopes(scopes), expiry, emails)
}

function momentOf({ expires_at, expires_in_seconds = 0 }: TokenEnd, nowMs: number): number {
  return expires_at === undefined ? nowMs + expires_in_seconds * 1000 : Date.parse(expires_at)
}

function describeScopes(scopes: readonly string[]): string {
  if (scopes.length === 0) return words.noScopes
  return (scopes.length === 1 ? words.scope : words.scopes)(joinWords(scopes))
}

function describeExpiry(time: string | null, idleSeconds: number | undefined): string {
  const idle = idleSeconds === undefined ? null : formatDuration(idleSeconds)
  if (time === null) return idle === null ? words.neverExpires : words.idleOnly(idle)
  return idle === null ? words.expires(time) : words.expiresOrIdle(time, idle)
}

/** Emails are skipped if the whole lifetime is shorter than their notice. Lack of use sends none. */
function describeEmails(daysBefore: readonly number[], reminders: TokenPolicy['reminders'] = 'off'): string {
  if (reminders === 'off') return ''
  if (reminders === 'unconfirmed') return words.emails.unconfirmed
  return words.emails.times(daysBefore)
}
