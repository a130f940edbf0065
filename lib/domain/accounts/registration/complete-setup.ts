import { closeSetup, insertAccount } from '@/lib/domain/accounts/account-store'
import { nameTaken } from '@/lib/domain/accounts/name-taken'
import { hashNewPassword } from '@/lib/domain/passwords/hash-new-password'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import type { AccountView, SetupInput } from '@/lib/domain/accounts/schema'
import { deriveSetupCode } from '@/lib/domain/accounts/registration/setup-code'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { isEqualInConstantTime } from '@/lib/base/crypto/keyed-digest'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'
import { AppError } from '@/lib/base/errors/app-error'
import { instanceSecret } from '@/lib/base/instance-secret'

/**
 * Creates the first administrator for a caller who knows the setup code. Exactly one caller succeeds, ever.
 * @throws AppError not_found once the setup is closed; setup_code_invalid, invalid_input, username_taken, email_taken,
 * busy
 */
export async function completeSetup(input: SetupInput): Promise<AccountView> {
  const code = settings().SETUP_CODE ?? deriveSetupCode(instanceSecret())
  if (!isEqualInConstantTime(instanceSecret(), input.setup_code, code)) {
    const detail = 'That’s not the setup code printed at startup'
    throw new AppError('setup_code_invalid', { detail, errors: [{ pointer: '/setup_code', detail }] })
  }
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
