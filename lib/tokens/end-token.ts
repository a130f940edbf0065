import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import { transaction } from '@/lib/db/transaction'
import { markRevoked, type RevokedReason } from '@/lib/tokens/token-store'

/** Ends one of the principal's tokens and frees its name; false when there is none that could be ended. */
export async function endToken(principal: Principal, id: string, reason: RevokedReason): Promise<boolean> {
  return transaction(async (tx) => {
    if (!(await markRevoked(tx, principal.userId, id, reason))) return false
    await recordAudit(tx, {
      action: reason === 'signed_out' ? 'token.signed_out' : 'token.revoked',
      actor: principal,
      userId: principal.userId,
      target: { type: 'token', id },
      details: { reason },
    })
    return true
  })
}
