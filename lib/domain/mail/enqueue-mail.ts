import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'
import { isNoEmail } from '@/lib/base/schema/no-email'
import { wakeMailDelivery } from '@/lib/domain/mail/mail-wake'
import type { MailData, MailKind } from '@/lib/domain/mail/mail'
import { originNow } from '@/lib/domain/mail/mail-origin'
import { insertEntries } from '@/lib/domain/mail/outbox-store'
import { sealEntry } from '@/lib/domain/mail/outbox-payload'

interface NewMail<K extends MailKind> {
  kind: K
  to: string
  /** The account that the email is about; null when there is none yet. */
  userId: string | null
  data: MailData[K]
  /** When its link expires; the email is not sent after that. */
  usableUntil?: Date
}

/**
 * Puts an email into the outbox, in the transaction of the change that it reports: both are committed or neither is. It
 * is sent after the commit, and no request waits for that. An account without an address gets none.
 */
export async function enqueueMail<K extends MailKind>(tx: Db, mail: NewMail<K>): Promise<void> {
  const { kind, to, userId, data, usableUntil } = mail
  if (isNoEmail(to)) return
  const entry = { kind, to, data, origin: originNow(), usableUntil: usableUntil?.toISOString() ?? null }
  const payload = sealEntry(entry as Parameters<typeof sealEntry>[0])
  await insertEntries(tx, [{ kind, userId, at: now(), payload }])
  afterCommit(tx, wakeMailDelivery)
}
