import { replaceEmail } from '@/lib/domain/accounts/replace-email'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { codeInvalid, issueCode, redeemCode } from '@/lib/domain/codes/one-time-code'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import type { CurrentEmail } from '@/lib/domain/email/schema'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'

/**
 * Gives an account the address that its link was emailed to, once. The old address gets an email; if it was confirmed,
 * the email has a link that undoes the change for seven days.
 * @throws AppError code_invalid, email_taken
 */
export async function confirmEmailChange(key: string): Promise<CurrentEmail> {
  return transaction(async (tx) => {
    const { userId, subject: email } = await redeemCode(tx, 'confirm_email_change', key, '/key')
    if (userId === null || email === null) throw codeInvalid('/key')
    const before = await replaceEmail(tx, userId, email)
    if (before === null) throw codeInvalid('/key')
    // Links emailed to the old address must no longer work for this account.
    await dropCodes(tx, userId, ['verify_email', 'reset_password'])
    const undoKey = before.emailVerifiedAt === null ? null : await issueUndo(tx, userId, before.email)
    const data = { username: before.username, email, undoKey }
    await enqueueMail(tx, { kind: 'email_changed', to: before.email, userId, data })
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.email_changed', actor: { userId }, userId, target })
    return { email }
  })
}

/**
 * Issues the undo code for a confirmed old address only. An unconfirmed one may be a stranger's, who must not get hold
 * of the account.
 */
async function issueUndo(tx: Db, userId: string, subject: string): Promise<string> {
  const { text } = await issueCode(tx, { purpose: 'undo_email_change', userId, subject })
  return text
}
