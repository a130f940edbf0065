import type { Db } from '@/lib/db/client'
import type { OutboxMail } from '@/lib/db/generated/sqlite/client'
import { reading, transaction } from '@/lib/db/transaction'

interface NewEntry {
  kind: string
  userId: string | null
  at: Date
  payload: Uint8Array<ArrayBuffer>
}

/** A stored entry of the outbox. */
export type OutboxEntry = OutboxMail

/** Puts an entry into the outbox, due at once. */
export async function insertEntry(tx: Db, { kind, userId, at, payload }: NewEntry): Promise<void> {
  await tx.outboxMail.create({ data: { kind, userId, createdAt: at, dueAt: at, payload } })
}

/** What is due, longest waiting first. */
export async function findDueEntries(at: Date, limit: number): Promise<OutboxEntry[]> {
  return reading((db) =>
    db.outboxMail.findMany({ where: { dueAt: { lte: at } }, orderBy: { dueAt: 'asc' }, take: limit }),
  )
}

/** How many entries there are, and when the oldest was written. */
export async function measureEntries(): Promise<{ count: number; oldest: Date | null }> {
  const { _count, _min } = await reading((db) => db.outboxMail.aggregate({ _count: true, _min: { createdAt: true } }))
  return { count: _count, oldest: _min.createdAt }
}

/** Takes an entry for one try, until `until`; true for one of all who want to. */
export async function claimEntry({ id, attempts }: OutboxEntry, until: Date): Promise<boolean> {
  const { count } = await transaction((tx) =>
    tx.outboxMail.updateMany({ where: { id, attempts }, data: { dueAt: until, attempts: { increment: 1 } } }),
  )
  return count === 1
}

/** Has an entry tried again from `dueAt` on. */
export async function postponeEntry(id: string, dueAt: Date): Promise<void> {
  await transaction((tx) => tx.outboxMail.updateMany({ where: { id }, data: { dueAt } }))
}

/** Takes an entry out of the outbox; false when it was not there any more. */
export async function deleteEntry(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.outboxMail.deleteMany({ where: { id } })
  return count === 1
}

/** Takes several entries out of the outbox. */
export async function deleteEntries(ids: string[]): Promise<void> {
  await transaction((tx) => tx.outboxMail.deleteMany({ where: { id: { in: ids } } }))
}
