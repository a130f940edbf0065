import { finishSetup } from '@/lib/domain/accounts/registration/finish-setup'
import { sendVerification } from '@/lib/domain/accounts/registration/send-verification'
import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { storeAccount } from '@/lib/domain/accounts/store-account'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { redeemCode } from '@/lib/domain/codes/one-time-code'
import { AppError } from '@/lib/base/errors/app-error'
import type { Db } from '@/lib/db/client'
import { storeIdentity } from '@/lib/domain/identities/add-identity'
import { verifiedEmailOf, type AccountChoice, type Situation } from '@/lib/domain/provider-sign-in/facts'
import type { Admission } from '@/lib/domain/provider-sign-in/require-new-account-allowed'

/** How a new account comes into being. */
interface Provisioning {
  choice: AccountChoice
  admission: Admission
  /** Whether the address may get the email that confirms it. */
  mayMail: boolean
}

/**
 * Creates an account without a password for a proven identity. Its address is the one that the provider vouches for, or
 * a chosen one, which an email confirms. With the setup code it is the first administrator, whose address counts as
 * confirmed like that of every first administrator. The unique indexes decide; see `nameTaken` and `isIdentityTaken`.
 * @throws AppError code_invalid, email_taken
 */
export async function provisionAccount(
  tx: Db,
  { identity, invite }: Situation,
  { choice, admission, mayMail }: Provisioning,
): Promise<{ account: Account; identityId: string }> {
  const isSetup = admission === 'setup'
  if (isSetup && !(await finishSetup(tx))) throw new AppError('registration_closed')
  if (admission === 'invitation') await redeemCode(tx, 'invitation', invite ?? '', '/invite')
  const verified = verifiedEmailOf(identity)
  const account = await storeAccount(tx, {
    username: choice.username,
    email: verified ?? choice.email ?? null,
    firstName: choice.first_name ?? identity.firstName,
    lastName: choice.last_name ?? identity.lastName,
    passwordHash: null,
    isAdmin: isSetup,
    isEmailConfirmed: isSetup || verified !== null,
  })
  const { id: userId } = account
  const { id: identityId } = await storeIdentity(tx, userId, identity)
  await recordAudit(tx, {
    action: isSetup ? 'setup.completed' : 'account.provisioned',
    actor: { userId },
    userId,
    target: { type: 'account', id: userId },
    details: { provider: identity.provider },
  })
  if (account.emailVerifiedAt === null && mayMail) await sendVerification(tx, account)
  return { account, identityId }
}
