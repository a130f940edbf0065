import type { TokenView } from '@/lib/domain/tokens/schema'
import { DAY_MS } from '@/lib/base/durations'

const UNDO_MS = DAY_MS
const BY_OWNER = ['unspecified', 'lost_device', 'unused', 'replaced']

/**
 * Predicts whether the server will undo a revocation: it must be the owner's, at most 24 hours old, and not for a leak.
 */
export function isUndoable(
  { kind, revoked_at, revoked_reason }: Pick<TokenView, 'kind' | 'revoked_at' | 'revoked_reason'>,
  nowMs: number,
): boolean {
  if (kind !== 'personal' || revoked_at === null || revoked_reason === null) return false
  return BY_OWNER.includes(revoked_reason) && nowMs - Date.parse(revoked_at) < UNDO_MS
}
