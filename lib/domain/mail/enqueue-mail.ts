import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'
import { wakeMailDelivery } from '@/lib/domain/mail/mail-wake'
import type { MailData, MailKind } from '@/lib/domain/mail/mail'
import { originNow } from '@/lib/domain/mail/mail-origin'
import { insertEntries } from '@/lib/domain/mail/outbox-store'
import { sealEntry } from '@/lib/domain/mail/outbox-payload'

interface NewMail<K extends MailKind> {
  kind: K
  to: string
  /** Whom it concerns; null for somebody without an account. */
  userId: string | null
  data: MailData[K]
  /** After this instant its link is of no use, and it is not sent any more. */
  usableUntil?: Date
}

/**
 * Puts a mail into the outbox, in the transaction of the change that it tells of: both stand
 * or neither. It is sent after the commit, and nobody waits for that.
 */
export async function enqueueMail<K extends MailKind>(tx: Db, mail: NewMail<K>): Promise<void> {
  const { kind, to, userId, data, usableUntil } = mail
  const entry = { kind, to, data, origin: originNow(), usableUntil: usableUntil?.toISOString() ?? null }
  const payload = sealEntry(entry as Parameters<typeof sealEntry>[0])
  await insertEntries(tx, [{ kind, userId, at: now(), payload }])
  afterCommit(tx, wakeMailDelivery)
}
