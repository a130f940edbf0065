import { closeSetup, insertAccount } from '@/lib/domain/accounts/account-store'
import { nameTaken } from '@/lib/domain/accounts/name-taken'
import { hashNewPassword } from '@/lib/domain/passwords/hash-new-password'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import type { AccountView, NewAccountInput } from '@/lib/domain/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transaction } from '@/lib/db/transaction'

/**
 * Creates an account for the operator, who vouches for its address. Creating an administrator closes the setup, so the
 * setup code stops working.
 * @throws AppError invalid_input, username_taken, email_taken, busy
 */
export async function createAccountByOperator(input: NewAccountInput, isAdmin: boolean): Promise<AccountView> {
  const { username, email, password } = input
  const passwordHash = await hashNewPassword(password, '/password', input)
  try {
    const account = await transaction(async (tx) => {
      if (isAdmin) await closeSetup(tx)
      const stored = await insertAccount(tx, { username, email, passwordHash, isAdmin, isEmailConfirmed: true })
      const target = { type: 'account', id: stored.id } as const
      const details = { is_admin: isAdmin }
      await recordAudit(tx, { action: 'account.created', actor: null, userId: stored.id, target, details })
      return stored
    })
    return presentAccount(account)
  } catch (error) {
    throw nameTaken(error)
  }
}
