import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { afterCommit } from '@/lib/db/transaction'
import { wakeMailDelivery } from '@/lib/domain/mail/mail-wake'
import type { MailData, MailKind, MailOrigin, MailRequest } from '@/lib/domain/mail/mail'
import { insertEntry } from '@/lib/domain/mail/outbox-store'
import { sealEntry } from '@/lib/domain/mail/outbox-payload'
import { requestContext } from '@/lib/base/request-context'

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
  await insert(tx, userId, entry as Parameters<typeof sealEntry>[0])
}

/** Puts into the outbox what somebody without a credential asks to be mailed: the same work whatever the address. */
export async function enqueueRequest(tx: Db, kind: MailRequest['kind'], email: string): Promise<void> {
  await insert(tx, null, { kind, email, origin: originNow() })
}

async function insert(tx: Db, userId: string | null, entry: Parameters<typeof sealEntry>[0]): Promise<void> {
  await insertEntry(tx, { kind: entry.kind, userId, at: now(), payload: sealEntry(entry) })
  afterCommit(tx, wakeMailDelivery)
}

function originNow(): MailOrigin {
  const { address, userAgent, requestId } = requestContext()
  return { at: now().toISOString(), address, userAgent, requestId }
}
