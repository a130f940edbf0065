import { dropCodes } from '@/lib/domain/codes/drop-codes'
import { issueCode } from '@/lib/domain/codes/one-time-code'
import type { Db } from '@/lib/db/client'
import { enqueueMail } from '@/lib/domain/mail/enqueue-mail'

/** Emails an account the link that confirms its address. The previous link stops working. */
export async function sendVerification(
  tx: Db,
  { id: userId, username, email: to }: { id: string; username: string; email: string },
): Promise<void> {
  await dropCodes(tx, userId, ['verify_email'])
  const { text: key, expiresAt } = await issueCode(tx, { purpose: 'verify_email', userId, subject: to })
  await enqueueMail(tx, { kind: 'verify_email', to, userId, data: { username, key }, usableUntil: expiresAt })
}
