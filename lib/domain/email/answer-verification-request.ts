import { findAccountByEmail, holdAccountByEmail } from '@/lib/domain/accounts/find-account-by-email'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import { sendVerification } from '@/lib/domain/accounts/registration/send-verification'
import { mayMailTo } from '@/lib/domain/mail/limit-mail'

/**
 * Emails the requested link if the address belongs to an active account and is not confirmed yet, at most three emails
 * an hour. `take` claims the request in the same transaction and returns false if another instance did.
 */
export async function answerVerificationRequest(email: string, take: (tx: Db) => Promise<boolean>): Promise<void> {
  const account = await findAccountByEmail(email)
  const isOpen = account !== null && account.emailVerifiedAt === null
  const isAnswered = isOpen && (await mayMailTo(account.email))
  await transaction(async (tx) => {
    if (!(await take(tx)) || !isAnswered) return
    const current = await holdAccountByEmail(tx, account)
    if (current?.emailVerifiedAt === null) await sendVerification(tx, current)
  })
}
