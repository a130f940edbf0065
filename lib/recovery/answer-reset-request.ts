import { findAccountByEmail } from '@/lib/accounts/find-account-by-email'
import { recordAudit } from '@/lib/audit/record-audit'
import { dropCodes } from '@/lib/codes/drop-codes'
import { issueCode } from '@/lib/codes/one-time-code'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { enqueueMail } from '@/lib/mail/enqueue-mail'
import { limitAccountMail } from '@/lib/mail/limit-account-mail'

/**
 * Mails the link that somebody asked for to the address of an active account, three an hour at
 * most; the one before stops working. `take` takes the request, in the same transaction: false
 * when somebody else did.
 */
export async function answerResetRequest(email: string, take: (tx: Db) => Promise<boolean>): Promise<void> {
  const account = await findAccountByEmail(email)
  const isAnswered = account !== null && (await limitAccountMail(account.id)) === null
  await transaction(async (tx) => {
    if (!(await take(tx)) || !isAnswered) return
    const { id: userId, username, email: to } = account
    await dropCodes(tx, userId, ['reset_password'])
    const { text: token, expiresAt } = await issueCode(tx, { purpose: 'reset_password', userId, subject: to })
    const data = { username, uid: userId, token }
    await enqueueMail(tx, { kind: 'reset_password', to, userId, data, usableUntil: expiresAt })
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.password_reset_asked', actor: null, userId, target })
  })
}
