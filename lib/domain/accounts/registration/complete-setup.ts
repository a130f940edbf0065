import { closeSetup, insertAccount } from '@/lib/domain/accounts/account-store'
import { nameTaken } from '@/lib/domain/accounts/name-taken'
import { hashNewPassword } from '@/lib/domain/passwords/hash-new-password'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import type { AccountView, SetupInput } from '@/lib/domain/accounts/schema'
import { requireSetupCode } from '@/lib/domain/accounts/registration/require-setup-code'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * Creates the first administrator for a caller who knows the setup code. Exactly one caller succeeds, ever.
 * @throws AppError not_found once the setup is closed; setup_code_invalid, invalid_input, username_taken, email_taken,
 * busy
 */
export async function completeSetup(input: SetupInput): Promise<AccountView> {
  requireSetupCode(input.setup_code)
  const passwordHash = await hashNewPassword(input.password, '/password', input)
  try {
    const account = await transaction(async (tx) => {
      if (!(await closeSetup(tx))) throw new AppError('not_found')
      const { username, email } = input
      const stored = await insertAccount(tx, { username, email, passwordHash, isAdmin: true, isEmailConfirmed: true })
      const target = { type: 'account', id: stored.id } as const
      await recordAudit(tx, { action: 'setup.completed', actor: { userId: stored.id }, userId: stored.id, target })
      return stored
    })
    return presentAccount(account)
  } catch (error) {
    throw nameTaken(error)
  }
}
