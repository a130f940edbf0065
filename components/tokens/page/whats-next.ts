import { isUndoable } from '@/components/tokens/actions/is-undoable'
import { tokenPageTexts } from '@/components/tokens/texts-page'
import { DAY_MS } from '@/lib/base/durations'
import type { TokenView } from '@/lib/domain/tokens/schema'

const words = tokenPageTexts.next

/** Housekeeping deletes a revoked token after this time. */
const TOMBSTONE_MS = 90 * DAY_MS

interface Viewer {
  nowMs: number
  /** Formats an instant for the viewer. */
  format: (instant: string | number) => string
  /** Whether reminders reach the owner by email. */
  isMailed: boolean
}

/** Says in sentences what will happen to a personal token, and when. */
export function whatsNext(token: TokenView, { nowMs, format, isMailed }: Viewer): string[] {
  const { status, created_at, expires_at, idle_expires_at, revoked_at } = token
  if (revoked_at !== null) {
    const revokedMs = Date.parse(revoked_at)
    const undo = isUndoable(token, nowMs) ? words.undoUntil(format(revokedMs + DAY_MS)) : words.isFinal
    return [undo, words.deleted(format(revokedMs + TOMBSTONE_MS))]
  }
  if (status === 'expired') {
    const [expiredAt = created_at] = [expires_at, idle_expires_at].filter((end) => end !== null).sort()
    return [(expires_at === null ? words.expiredForever : words.expired)(format(expiredAt))]
  }
  if (expires_at === null) {
    return idle_expires_at === null
      ? [words.worksUntilRevoked, words.unused]
      : [words.untilIdle(format(idle_expires_at))]
  }
  const sooner = idle_expires_at !== null && idle_expires_at < expires_at
  const emails = isMailed ? emailsBefore(created_at, expires_at, nowMs) : []
  return [
    words.worksUntil(format(expires_at)),
    ...(sooner ? [words.soonerIfIdle(format(idle_expires_at))] : []),
    ...(emails.length > 0 ? [words.emails(emails)] : []),
  ]
}

/** Returns when emails about an expiry are still to come. No reminder is older than the token. */
function emailsBefore(createdAt: string, expiresAt: string, nowMs: number): string[] {
  const endMs = Date.parse(expiresAt)
  const reminders = [
    { days: 7, words: words.weekBefore },
    { days: 1, words: words.dayBefore },
  ]
  const left = reminders.filter(
    ({ days }) => endMs - days * DAY_MS > nowMs && endMs - days * DAY_MS > Date.parse(createdAt),
  )
  return [...left.map((reminder) => reminder.words), words.atExpiry]
}
