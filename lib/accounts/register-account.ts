import { insertAccount, takenName } from '@/lib/accounts/account-store'
import { hashNewPassword } from '@/lib/accounts/hash-new-password'
import { presentAccount } from '@/lib/accounts/present-account'
import type { AccountView, RegisterInput } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/record-audit'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors/app-error'

/**
 * Creates an account for a stranger, where registration is open.
 * @throws AppError registration_closed, invalid_input, username_taken, email_taken, busy
 */
export async function registerAccount(input: RegisterInput): Promise<AccountView> {
  if (settings().registration !== 'open') throw new AppError('registration_closed')
  const passwordHash = await hashNewPassword(input.password, '/password', input)
  try {
    const account = await transaction(async (tx) => {
      const stored = await insertAccount(tx, {
        username: input.username,
        email: input.email,
        firstName: input.first_name,
        lastName: input.last_name,
        passwordHash,
        isAdmin: false,
      })
      await recordAudit(tx, {
        action: 'account.registered',
        actor: { userId: stored.id },
        userId: stored.id,
        target: { type: 'account', id: stored.id },
      })
      return stored
    })
    return presentAccount(account)
  } catch (error) {
    throw takenName(error)
  }
}
