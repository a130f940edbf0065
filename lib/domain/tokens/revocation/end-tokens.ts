import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Db } from '@/lib/db/client'
import { dropTickets } from '@/lib/domain/tickets/drop-tickets'
import { markRevoked, type RevokedReason, type TokenSelection } from '@/lib/domain/tokens/token-end-store'

export type { RevokedReason }

/** The account that revokes tokens, and the token that it acts through, if any. */
interface Actor {
  userId: string
  tokenId?: string
}

/**
 * Revokes tokens and frees their names, with a row in the audit log for each. They belong to the actor's account, or to
 * `ownerId` when an administrator or the operator (a null actor) acts. What revokes all sessions of an account also
 * invalidates the tickets of sign-ins to it.
 * @returns how many tokens this call revoked
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
  if ('kinds' in selection && selection.kinds.includes('session')) await dropTickets(tx, ownerId)
  return ended.length
}
