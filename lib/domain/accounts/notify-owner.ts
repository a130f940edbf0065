import { findRecipient } from '@/lib/domain/accounts/email-store'
import type { Db } from '@/lib/db/client'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'
import type { MailData, NoticeKind } from '@/lib/domain/mail/mail'

/**
 * Tells the owner of an account by mail what happened to it, in the transaction in which it
 * does. Without a confirmed address nobody is told: it may be a stranger's.
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
