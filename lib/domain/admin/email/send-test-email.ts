import { getAccount } from '@/lib/domain/accounts/profile/get-account'
import type { SentTestEmail } from '@/lib/domain/admin/email/schema'
import { markEmailTested } from '@/lib/domain/admin/email/test-email-store'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { limitTestEmails } from '@/lib/domain/mail/limit-mail'
import { sendTestMail } from '@/lib/domain/mail/send-test-mail'
import { now } from '@/lib/base/clock'
import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'

const NO_ADDRESS = 'Your account has no email address. Add one in your profile, then try again.'

/**
 * Sends an email to the administrator’s own address, past the outbox, so that the answer says whether the mail server
 * accepted it.
 * @throws AppError email_not_configured, email_not_sent, too_many_requests, admin_required
 */
export async function sendTestEmail(admin: Principal): Promise<SentTestEmail> {
  const { email, username } = await getAccount(admin)
  if (email === null) throw new AppError('email_not_configured', { detail: NO_ADDRESS })
  await limitTestEmails(admin.userId)
  await sendTestMail(email, username)
  await transactionAsAdmin(admin, async (tx) => {
    await markEmailTested(tx, now())
    const target = { type: 'instance', id: '1' } as const
    await recordAudit(tx, { action: 'email.tested', actor: admin, userId: null, target })
  })
  return { sent_to: email }
}
