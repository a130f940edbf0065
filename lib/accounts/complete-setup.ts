import { closeSetup, insertAccount, takenName } from '@/lib/accounts/account-store'
import { hashNewPassword } from '@/lib/accounts/hash-new-password'
import { presentAccount } from '@/lib/accounts/present-account'
import type { AccountView, SetupInput } from '@/lib/accounts/schema'
import { deriveSetupCode } from '@/lib/accounts/setup-code'
import { recordAudit } from '@/lib/audit/record-audit'
import { isEqualInConstantTime } from '@/lib/crypto/keyed-digest'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors/app-error'
import { instanceSecret } from '@/lib/instance-secret'

/**
 * Creates the first administrator, for whoever knows the setup code. One caller wins, ever.
 * @throws AppError not_found once there is an administrator; setup_code_invalid,
 * invalid_input, username_taken, email_taken, busy
 */
export async function completeSetup(input: SetupInput): Promise<AccountView> {
  const code = settings().SETUP_CODE ?? deriveSetupCode(instanceSecret())
  if (!isEqualInConstantTime(instanceSecret(), input.setup_code, code)) {
    const detail = 'This is not the code that was printed when Latchkey started'
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
    throw takenName(error)
  }
}
