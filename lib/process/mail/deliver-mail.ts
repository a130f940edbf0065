import { now, secondsAfter } from '@/lib/base/clock'
import { transaction } from '@/lib/db/transaction'
import { answerVerificationRequest } from '@/lib/domain/email/answer-verification-request'
import { log } from '@/lib/base/log'
import { describeMail } from '@/lib/domain/mail/describe-mail'
import { deleteUnanswerable } from '@/lib/process/mail/delete-unanswerable'
import type { Mail, MailRequest } from '@/lib/domain/mail/mail'
import { isRefusedForGood, sendMail } from '@/lib/domain/mail/mail-transport'
import {
  claimEntry,
  deleteEntry,
  findDueEntries,
  postponeEntry,
  type OutboxEntry,
} from '@/lib/process/mail/delivery-store'
import { unsealEntry } from '@/lib/domain/mail/outbox-payload'
import { count } from '@/lib/base/metrics/count'
import { renderMail } from '@/lib/domain/mail/render-mail'
import { answerResetRequest } from '@/lib/domain/recovery/answer-reset-request'
import { runWithRequestContext, requestContext } from '@/lib/base/request-context'
import { DAY_SECONDS } from '@/lib/base/durations'

const BATCH_SIZE = 20
/**
 * Longer than an attempt takes. After that, the instance that claimed the email is gone, and another one may claim
 * it.
 */
const LEASE_SECONDS = 180
const FIRST_PAUSE_SECONDS = 5
const LONGEST_PAUSE_SECONDS = 3600
const GIVE_UP_SECONDS = 2 * DAY_SECONDS

/**
 * Sends the due emails of the outbox, each from only one instance. Retries a failed email after pauses that grow up
 * to an hour, and gives up after two days.
 * @returns how many entries are done; 0 when nothing is left to do now
 */
export async function deliverMail(): Promise<number> {
  const due = await findDueEntries(now(), BATCH_SIZE)
  const left = await deleteUnanswerable(due)
  let done = due.length - left.length
  for (const entry of left) {
    if (!(await claimEntry(entry, secondsAfter(now(), LEASE_SECONDS)))) continue
    try {
      await carryOut(entry)
      done += 1
    } catch (error) {
      await noteFailure(entry, error)
    }
  }
  return done
}

async function carryOut(entry: OutboxEntry): Promise<void> {
  const content = unsealEntry(entry.payload)
  if ('email' in content) return answerRequest(content, entry.id)
  if (content.usableUntil === null || new Date(content.usableUntil) > now()) await send(content, entry.id)
  else {
    count('mails', 'dropped')
    log().warn({ mail_id: entry.id, kind: entry.kind }, 'email dropped: its link expired before it could be sent')
  }
  await transaction((tx) => deleteEntry(tx, entry.id))
}

async function send(mail: Mail, id: string): Promise<void> {
  await sendMail({ id, to: mail.to, ...renderMail(describeMail(mail)) })
  count('mails', 'sent')
}

/**
 * Uses the context of the original request, so that the email and the audit log report its address, user agent and
 * id.
 */
async function answerRequest({ kind, email, origin }: MailRequest, id: string): Promise<void> {
  const answer = kind === 'reset_asked' ? answerResetRequest : answerVerificationRequest
  const { at: _, ...whence } = origin
  await runWithRequestContext({ ...requestContext(), ...whence }, () => answer(email, (tx) => deleteEntry(tx, id)))
}

async function noteFailure({ id, kind, attempts, createdAt }: OutboxEntry, err: unknown): Promise<void> {
  const line = { mail_id: id, kind, attempts: attempts + 1, err }
  if (isRefusedForGood(err) || secondsAfter(createdAt, GIVE_UP_SECONDS) <= now()) {
    count('mails', 'given_up')
    log().error(line, 'gave up sending an email')
    await transaction((tx) => deleteEntry(tx, id))
    return
  }
  const seconds = Math.min(FIRST_PAUSE_SECONDS * 2 ** attempts, LONGEST_PAUSE_SECONDS)
  count('mails', 'postponed')
  await postponeEntry(id, secondsAfter(now(), seconds))
  log().warn({ ...line, again_in_seconds: seconds }, 'email could not be sent; will retry')
}
