import { isUndoable } from '@/components/tokens/actions/is-undoable'
import { remindersAhead } from '@/components/tokens/create/reminders-ahead'
import { tokenPageTexts } from '@/components/tokens/texts-page'
import { DAY_MS, REVOKED_KEPT_DAYS } from '@/lib/base/durations'
import type { TokenView } from '@/lib/domain/tokens/schema'

const words = tokenPageTexts.next

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
    return [undo, words.deleted(format(revokedMs + REVOKED_KEPT_DAYS * DAY_MS))]
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
  const reminders = remindersAhead(Date.parse(expires_at), Math.max(nowMs, Date.parse(created_at)))
  return [
    words.worksUntil(format(expires_at)),
    ...(sooner ? [words.soonerIfIdle(format(idle_expires_at))] : []),
    ...(isMailed ? [words.emails(reminders)] : []),
  ]
}
