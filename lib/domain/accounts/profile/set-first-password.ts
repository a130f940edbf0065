import { findOwnAccount, insertPasswordHash } from '@/lib/domain/accounts/account-store'
import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { presentOwnAccount } from '@/lib/domain/accounts/present-account'
import type { OwnAccountView, SetPasswordInput } from '@/lib/domain/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { hashNewPassword } from '@/lib/domain/passwords/hash-new-password'
import { dropTickets } from '@/lib/domain/tickets/drop-tickets'
import { AppError } from '@/lib/base/errors/app-error'
import type { Principal } from '@/lib/keys/principal'

/**
 * Sets the first password of the principal's account. Exactly one of several concurrent requests succeeds. Unlike a
 * changed password, it replaces nothing that a stranger may know, so sessions and tokens stay; pending reset links stop
 * working.
 * @throws AppError password_exists, invalid_input, busy
 */
export async function setFirstPassword(principal: Principal, input: SetPasswordInput): Promise<OwnAccountView> {
  const { userId } = principal
  const account = await findOwnAccount(userId)
  if (account === null) throw new AppError('token_unknown', { credentialSent: true })
  if (account.passwordHash !== null) throw new AppError('password_exists')
  const hash = await hashNewPassword(input.new_password, '/new_password', account)
  return transactionAs(principal, async (tx) => {
    const updated = await insertPasswordHash(tx, userId, hash)
    if (updated === null) throw new AppError('password_exists')
    await dropCodes(tx, userId, ['reset_password'])
    await dropTickets(tx, userId)
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.password_set', actor: principal, userId, target })
    await notifyOwner(tx, userId, 'password_set', {})
    return presentOwnAccount(updated)
  })
}
