import { findAccountByEmail } from '@/lib/domain/accounts/find-account-by-email'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { issueCode } from '@/lib/domain/codes/one-time-code'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import { limitMailsOf, mayMailTo } from '@/lib/domain/mail/limit-mail'

/**
 * Emails a link to the new address of the principal's account. Nothing changes until the link is used. If the address
 * belongs to another account, its owner gets an email instead, and the response is the same. An address that got three
 * emails within the hour gets none, which the response does not reveal either.
 * @throws AppError too_many_requests after three emails of this account within an hour
 */
export async function changeEmail(principal: Principal, email: string): Promise<void> {
  const { userId, username } = principal
  await limitMailsOf(userId)
  const holder = await findAccountByEmail(email)
  const isTaken = holder !== null && holder.id !== userId
  const mayMail = await mayMailTo(isTaken ? holder.email : email)
  await transactionAs(principal, async (tx) => {
    await dropCodes(tx, userId, ['confirm_email_change'])
    const { text: key, expiresAt } = await issueCode(tx, { purpose: 'confirm_email_change', userId, subject: email })
    if (mayMail && !isTaken) {
      const mail = { kind: 'confirm_email_change', to: email, userId, data: { username, key } } as const
      await enqueueMail(tx, { ...mail, usableUntil: expiresAt })
    } else if (mayMail && isTaken) {
      const mail = { kind: 'email_in_use', to: holder.email, userId: holder.id } as const
      await enqueueMail(tx, { ...mail, data: { username: holder.username } })
    }
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.email_change_asked', actor: principal, userId, target })
  })
}
