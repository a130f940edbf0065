import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import { transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors/app-error'
import { markRevoked, type RevokedReason } from '@/lib/tokens/token-store'

/**
 * Ends one of the principal's tokens and frees its name. Another account's token, and one
 * that is revoked already, are answered as absent.
 * @throws AppError token_not_found
 */
export async function revokeToken(principal: Principal, id: string, reason: RevokedReason): Promise<void> {
  await transaction(async (tx) => {
    if (!(await markRevoked(tx, principal.userId, id, reason))) throw new AppError('token_not_found')
    await recordAudit(tx, {
      action: reason === 'signed_out' ? 'token.signed_out' : 'token.revoked',
      actor: principal,
      userId: principal.userId,
      target: { type: 'token', id },
      details: { reason },
    })
  })
}
