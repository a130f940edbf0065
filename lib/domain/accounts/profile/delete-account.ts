import { deleteOwnAccount } from '@/lib/domain/accounts/account-store'
import { confirmPassword } from '@/lib/domain/accounts/sign-in/confirm-password'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAmongAdmins } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'

const LAST_ADMIN = 'You can’t remove the last active administrator. Make someone else an administrator first.'

/**
 * Deletes the principal's account with all its tokens. Its username is never available again. The last active
 * administrator cannot be deleted.
 * @throws AppError password_incorrect, last_admin, busy
 */
export async function deleteAccount(principal: Principal, password: string): Promise<void> {
  const confirmed = await confirmPassword(principal, password, '/password')
  const { userId } = principal
  await transactionAmongAdmins(confirmed.principal, async (tx) => {
    if ((await deleteOwnAccount(tx, userId)) === 'last_admin') throw new AppError('last_admin', { detail: LAST_ADMIN })
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.deleted', actor: principal, userId, target })
  })
}
