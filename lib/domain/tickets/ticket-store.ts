import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { SignInTicket, TicketDoor } from '@/lib/db/generated/sqlite/client'
import { transaction } from '@/lib/db/transaction'

export type { SignInTicket, TicketDoor }

type Bytes = Uint8Array<ArrayBuffer>

interface NewTicket {
  digest: Bytes
  door: TicketDoor
  cookieDigest: Bytes | null
  userId: string | null
  sealed: Bytes
  expiresAt: Date
}

/** What the bearer of a ticket shows. */
interface ShownTicket {
  digest: Bytes
  door: TicketDoor
  /** The digests of the browser’s journey cookies; null at the door of apps, which have none. */
  cookieDigests: Bytes[] | null
}

const usable = () => ({ usedAt: null, expiresAt: { gt: now() } })

/** Stores a ticket as its digest. */
export async function insertTicket(tx: Db, ticket: NewTicket): Promise<void> {
  await tx.signInTicket.create({ data: { ...ticket, createdAt: now() } })
}

/**
 * Counts an attempt with a ticket in one statement, so that concurrent attempts cannot exceed `attemptsMax`. Returns
 * null if it is unknown, used, expired or exhausted, or if it belongs to another door or browser.
 */
export async function countTicketAttempt(
  { digest, door, cookieDigests }: ShownTicket,
  attemptsMax: number,
): Promise<SignInTicket | null> {
  const cookieDigest = cookieDigests === null ? null : { in: cookieDigests }
  const [ticket] = await transaction((tx) =>
    tx.signInTicket.updateManyAndReturn({
      where: { digest, door, cookieDigest, attempts: { lt: attemptsMax }, ...usable() },
      data: { attempts: { increment: 1 } },
    }),
  )
  return ticket ?? null
}

/** Replaces what a ticket holds; false if it is no longer usable. */
export async function replaceTicketContent(
  tx: Db,
  id: string,
  content: { userId: string | null; sealed: Bytes },
): Promise<boolean> {
  const { count } = await tx.signInTicket.updateMany({ where: { id, ...usable() }, data: content })
  return count === 1
}

/** Uses up a ticket in one statement: of any number of concurrent sign-ins, one succeeds. */
export async function useTicket(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.signInTicket.updateMany({ where: { id, ...usable() }, data: { usedAt: now() } })
  return count === 1
}

/** Deletes the tickets of an account. */
export async function deleteTickets(tx: Db, userId: string): Promise<void> {
  await tx.signInTicket.deleteMany({ where: { userId } })
}
