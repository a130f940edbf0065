import type { RegisterInput } from '@/lib/domain/accounts/schema'
import { peekCode, redeemCode } from '@/lib/domain/codes/one-time-code'
import type { Db } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { AppError, invalidField } from '@/lib/base/errors/app-error'
import { foldEmail } from '@/lib/base/schema/email-address'

type Applicant = Pick<RegisterInput, 'invite' | 'email'>

/**
 * Requires that registration is open, or that the applicant has a valid invitation where registration is by invitation.
 * @throws AppError registration_closed, code_invalid, invalid_input if the invitation is for another address
 */
export async function requireInvitation({ invite, email }: Applicant): Promise<void> {
  const { registration } = settings()
  if (registration === 'open') return
  if (registration === 'closed') throw new AppError('registration_closed')
  if (invite === undefined)
    throw new AppError('registration_closed', { detail: 'You need an invitation to create an account.' })
  const { subject } = await peekCode('invitation', invite, '/invite')
  if (subject !== null && foldEmail(subject) !== foldEmail(email)) {
    throw invalidField('/email', 'This invitation is for a different email address')
  }
}

/** Uses up the invitation in the registration's transaction, if the mode requires one. @throws AppError code_invalid */
export async function redeemInvitation(tx: Db, { invite }: Applicant): Promise<void> {
  if (settings().registration === 'invite') await redeemCode(tx, 'invitation', invite ?? '', '/invite')
}
