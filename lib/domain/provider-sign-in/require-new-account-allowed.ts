import { isSetupOpenIn } from '@/lib/domain/accounts/registration/is-setup-open'
import { peekCodeIn } from '@/lib/domain/codes/one-time-code'
import { settings } from '@/lib/base/env'
import { AppError, isAppError } from '@/lib/base/errors/app-error'
import { foldEmail } from '@/lib/base/schema/email-address'
import type { Db } from '@/lib/db/client'
import { verifiedEmailOf, type Situation } from '@/lib/domain/provider-sign-in/facts'

/** Where a new account comes from: the setup code, an invitation, or a rule that needs neither. */
export type Admission = 'setup' | 'invitation' | 'open'

const NEEDS_INVITATION = 'You need an invitation to create an account.'
const OTHER_ADDRESS = 'This invitation is for a different email address. Sign in with an account that has it.'

/**
 * Requires that a first sign-in may create an account: PROVISION allows it, or leaves it to REGISTRATION and that does.
 * An invitation to an address requires that the provider vouches for that address.
 * @throws AppError registration_closed, code_invalid
 */
export async function requireNewAccountAllowed(tx: Db, situation: Situation): Promise<Admission> {
  const { provider, invite, isSetup, identity } = situation
  if (isSetup && (await isSetupOpenIn(tx))) return 'setup'
  const { registration } = settings()
  if (provider.provision === 'always') return 'open'
  if (provider.provision === 'never' || registration === 'closed') throw new AppError('registration_closed')
  if (registration === 'open') return 'open'
  if (invite === null) throw new AppError('registration_closed', { detail: NEEDS_INVITATION })
  const { subject } = await peekCodeIn(tx, 'invitation', invite, '/invite')
  const email = verifiedEmailOf(identity)
  if (subject === null || (email !== null && foldEmail(subject) === foldEmail(email))) return 'invitation'
  throw new AppError('code_invalid', { detail: OTHER_ADDRESS })
}

/** Tells whether a first sign-in may create an account. */
export async function isNewAccountAllowed(tx: Db, situation: Situation): Promise<boolean> {
  try {
    await requireNewAccountAllowed(tx, situation)
    return true
  } catch (error) {
    if (isAppError(error, 'registration_closed') || isAppError(error, 'code_invalid')) return false
    throw error
  }
}
