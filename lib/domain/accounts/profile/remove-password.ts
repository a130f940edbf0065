import { deletePasswordHash } from '@/lib/domain/accounts/account-store'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { hasOtherWayIn } from '@/lib/domain/accounts/sign-in/last-way-in'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { dropTickets } from '@/lib/domain/tickets/drop-tickets'
import { AppError } from '@/lib/base/errors/app-error'
import type { Principal } from '@/lib/keys/principal'

const LAST_WAY_IN = 'Your password is the only way to sign in to your account. Add a provider first.'

/**
 * Removes the password of the principal's account, if an identity of a configured provider can still sign in. Does
 * nothing if the account has no password. Sessions and tokens stay; pending reset links stop working, and so do the
 * marks of known browsers, which depend on the hash.
 * @throws AppError last_way_in
 */
export async function removePassword(principal: Principal): Promise<void> {
  const { userId } = principal
  // `transactionAs` locks the account, so concurrent removals of its identities wait for this one.
  await transactionAs(principal, async (tx) => {
    if (!(await deletePasswordHash(tx, userId))) return
    if (!(await hasOtherWayIn(tx, userId, { without: 'password' }))) {
      throw new AppError('last_way_in', { detail: LAST_WAY_IN })
    }
    await dropCodes(tx, userId, ['reset_password'])
    await dropTickets(tx, userId)
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.password_removed', actor: principal, userId, target })
    await notifyOwner(tx, userId, 'password_removed', {})
  })
}
