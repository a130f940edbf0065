import { findRecipient } from '@/lib/domain/accounts/email-store'
import type { Db } from '@/lib/db/client'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import type { MailData, NoticeKind } from '@/lib/domain/mail/mail'

/**
 * Emails the owner of an account about a change, in the same transaction as the change. Sends nothing to an unconfirmed
 * address: it may be a stranger's.
 */
export async function notifyOwner<K extends NoticeKind>(
  tx: Db,
  userId: string,
  kind: K,
  data: Omit<MailData[K], 'username'>,
): Promise<void> {
  const recipient = await findRecipient(tx, userId)
  if (recipient === null) return
  const { username, email: to } = recipient
  await enqueueMail(tx, { kind, to, userId, data: { ...data, username } as MailData[K] })
}
