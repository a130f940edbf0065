import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'
import { endGrace } from '@/lib/domain/tokens/token-secret-store'

/**
 * Revokes the previous key of a rotated token during its grace period.
 * @throws AppError token_not_found when none runs
 */
export async function endTokenGrace(principal: Principal, id: string): Promise<void> {
  await transactionAs(principal, async (tx) => {
    if (!(await endGrace(tx, principal.userId, id))) throw new AppError('token_not_found')
    const target = { type: 'token', id } as const
    await recordAudit(tx, { action: 'token.grace_ended', actor: principal, userId: principal.userId, target })
  })
}
