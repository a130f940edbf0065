import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import { transactionAs } from '@/lib/auth/transaction-as'
import { AppError } from '@/lib/errors/app-error'
import { endGrace } from '@/lib/tokens/token-secret-store'

/** Ends the grace of the key that a rotation replaced. @throws AppError token_not_found when none runs */
export async function endTokenGrace(principal: Principal, id: string): Promise<void> {
  await transactionAs(principal, async (tx) => {
    if (!(await endGrace(tx, principal.userId, id))) throw new AppError('token_not_found')
    const target = { type: 'token', id } as const
    await recordAudit(tx, { action: 'token.grace_ended', actor: principal, userId: principal.userId, target })
  })
}
