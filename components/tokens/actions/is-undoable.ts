import type { TokenView } from '@/lib/domain/tokens/schema'
import { DAY_MS } from '@/lib/base/durations'

const UNDO_MS = DAY_MS
const BY_OWNER = ['unspecified', 'lost_device', 'unused', 'replaced']

/** Whether the server will take a revocation back, as far as can be told from here: its owner's, of the last 24 hours, not for a leak. */
export function isUndoable(
  { kind, revoked_at, revoked_reason }: Pick<TokenView, 'kind' | 'revoked_at' | 'revoked_reason'>,
  nowMs: number,
): boolean {
  if (kind !== 'personal' || revoked_at === null || revoked_reason === null) return false
  return BY_OWNER.includes(revoked_reason) && nowMs - Date.parse(revoked_at) < UNDO_MS
}
