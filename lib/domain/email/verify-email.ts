import { confirmEmail } from '@/lib/domain/accounts/profile/confirm-email'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { codeInvalid, redeemCode } from '@/lib/domain/codes/one-time-code'
import { transaction } from '@/lib/db/transaction'
import type { CurrentEmail } from '@/lib/domain/email/schema'

/** Confirms the address of an account with an emailed link, once. @throws AppError code_invalid */
export async function verifyEmail(key: string): Promise<CurrentEmail> {
  return transaction(async (tx) => {
    const { userId, subject } = await redeemCode(tx, 'verify_email', key, '/key')
    if (userId === null || subject === null || !(await confirmEmail(tx, userId, subject))) throw codeInvalid('/key')
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.email_confirmed', actor: { userId }, userId, target })
    return { email: subject }
  })
}
