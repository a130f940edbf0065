import type { Db } from '@/lib/db/client'
import type { OutboxMail } from '@/lib/db/generated/sqlite/client'
import { reading, transaction } from '@/lib/db/transaction'

/** A stored entry of the outbox. */
export type OutboxEntry = OutboxMail

/** Returns the due entries, oldest first. */
export async function findDueEntries(at: Date, limit: number): Promise<OutboxEntry[]> {
  return reading((db) =>
    db.outboxMail.findMany({ where: { dueAt: { lte: at } }, orderBy: { dueAt: 'asc' }, take: limit }),
  )
}

/** Claims an entry for one attempt, until `until`. Returns true for only one instance. */
export async function claimEntry({ id, attempts }: OutboxEntry, until: Date): Promise<boolean> {
  const { count } = await transaction((tx) =>
    tx.outboxMail.updateMany({ where: { id, attempts }, data: { dueAt: until, attempts: { increment: 1 } } }),
  )
  return count === 1
}

/** Schedules the next attempt of an entry. */
export async function postponeEntry(id: string, dueAt: Date): Promise<void> {
  await transaction((tx) => tx.outboxMail.updateMany({ where: { id }, data: { dueAt } }))
}

/** Deletes an entry. Returns false if it was already gone. */
export async function deleteEntry(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.outboxMail.deleteMany({ where: { id } })
  return count === 1
}

/** Deletes several entries. */
export async function deleteEntries(ids: string[]): Promise<void> {
  await transaction((tx) => tx.outboxMail.deleteMany({ where: { id: { in: ids } } }))
}
