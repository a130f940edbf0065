import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Db } from '@/lib/db/client'
import { markRevoked, type RevokedReason, type TokenSelection } from '@/lib/domain/tokens/token-end-store'

export type { RevokedReason }

/** Who ends tokens: an account, and the token through which it acts where there is one. */
interface Actor {
  userId: string
  tokenId?: string
}

/**
 * Ends tokens of the actor's account, or of `ownerId`'s where an administrator acts, or nobody by
 * name: whoever runs the server. Frees their names, with a row in the trail for each.
 * @returns how many this call ended
 */
export async function endTokens(
  tx: Db,
  actor: Actor | null,
  selection: TokenSelection,
  reason: RevokedReason,
  ownerId = actor?.userId ?? '',
): Promise<number> {
  const ended = await markRevoked(tx, ownerId, selection, reason)
  for (const id of ended) {
    await recordAudit(tx, {
      action: reason === 'signed_out' ? 'token.signed_out' : 'token.revoked',
      actor,
      userId: ownerId,
      target: { type: 'token', id },
      details: { reason },
    })
  }
  return ended.length
}
