import { findAccountByEmail, holdAccountByEmail } from '@/lib/domain/accounts/find-account-by-email'
import { mayUsePassword } from '@/lib/domain/authority/usable-password'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { issueCode } from '@/lib/domain/codes/one-time-code'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import { mayMailTo } from '@/lib/domain/mail/limit-mail'

/**
 * Emails the requested link to the address of an active account that may use a password, at most three an hour; the
 * previous link stops working. `take` claims the request in the same transaction, and returns false when another instance claimed it first.
 */
export async function answerResetRequest(email: string, take: (tx: Db) => Promise<boolean>): Promise<void> {
  const account = await findAccountByEmail(email)
  const isAnswered = account !== null && mayUsePassword(account) && (await mayMailTo(account.email))
  await transaction(async (tx) => {
    if (!(await take(tx)) || !isAnswered) return
    const current = await holdAccountByEmail(tx, account)
    if (current === null || !mayUsePassword(current)) return
    const { id: userId, username, email: to } = current
    await dropCodes(tx, userId, ['reset_password'])
    const { text: token, expiresAt } = await issueCode(tx, { purpose: 'reset_password', userId, subject: to })
    const data = { username, uid: userId, token }
    await enqueueMail(tx, { kind: 'reset_password', to, userId, data, usableUntil: expiresAt })
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.password_reset_asked', actor: null, userId, target })
  })
}
