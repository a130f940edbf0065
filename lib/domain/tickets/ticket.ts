import { now, secondsAfter } from '@/lib/base/clock'
import { digestOf } from '@/lib/base/crypto/digest'
import { randomSecret } from '@/lib/base/crypto/random'
import { seal, unseal } from '@/lib/base/crypto/seal'
import { AppError } from '@/lib/base/errors/app-error'
import { instanceSecret } from '@/lib/base/instance-secret'
import type { Db } from '@/lib/db/client'
import { countTicketAttempt, insertTicket, replaceTicketContent, useTicket } from '@/lib/domain/tickets/ticket-store'

/** How long a ticket can be used, in seconds, and how often it can be shown. */
const TICKET_SECONDS = 600
const TICKET_ATTEMPTS = 5

const LABEL = 'sign-in-ticket'

/** Where a sign-in goes on: in the browser that began it, or in an app. */
export interface TicketPlace {
  door: 'session' | 'login'
  /** The digest of the journey cookie of the browser; null for an app. */
  cookieDigest: Uint8Array<ArrayBuffer> | null
}

/** A ticket that its bearer has shown. */
export interface OpenTicket extends TicketPlace {
  id: string
  /** The secret itself. */
  text: string
  /** The account that the sign-in would lead to, if there is one. */
  userId: string | null
  content: string
}

/** Issues a ticket, which keeps `content` sealed. `userId` is the account that it depends on, if there is one. */
export async function issueTicket(
  tx: Db,
  { door, cookieDigest }: TicketPlace,
  userId: string | null,
  content: string,
): Promise<string> {
  const text = randomSecret()
  const expiresAt = secondsAfter(now(), TICKET_SECONDS)
  await insertTicket(tx, { digest: digestOf(text), door, cookieDigest, userId, sealed: sealed(content), expiresAt })
  return text
}

/**
 * Counts an attempt with a ticket and opens it. `cookieDigests` are those of the browser’s journey cookies; null for an
 * app.
 * @throws AppError ticket_invalid
 */
export async function openTicket(
  text: string,
  door: TicketPlace['door'],
  cookieDigests: Uint8Array<ArrayBuffer>[] | null,
): Promise<OpenTicket> {
  const ticket = await countTicketAttempt({ digest: digestOf(text), door, cookieDigests }, TICKET_ATTEMPTS)
  if (ticket === null) throw ticketInvalid()
  const cookieDigest = ticket.cookieDigest === null ? null : new Uint8Array(ticket.cookieDigest)
  const content = unseal(instanceSecret(), LABEL, ticket.sealed)
  return { id: ticket.id, text, door, cookieDigest, userId: ticket.userId, content }
}

/** Lets a ticket continue with other content. It gets neither more time nor more attempts. @throws AppError ticket_invalid */
export async function keepTicket(tx: Db, id: string, userId: string | null, content: string): Promise<void> {
  if (!(await replaceTicketContent(tx, id, { userId, sealed: sealed(content) }))) throw ticketInvalid()
}

/**
 * Uses up a ticket in the transaction that signs in: of any number of concurrent sign-ins, one succeeds, and none after
 * the account’s sessions were revoked. Lock the account’s row first.
 * @throws AppError ticket_invalid
 */
export async function spendTicket(tx: Db, id: string): Promise<void> {
  if (!(await useTicket(tx, id))) throw ticketInvalid()
}

function sealed(content: string): Uint8Array<ArrayBuffer> {
  return seal(instanceSecret(), LABEL, content)
}

function ticketInvalid(): AppError {
  return new AppError('ticket_invalid', { detail: 'This sign-in has expired or was already used. Start again.' })
}
