import type { Db } from '@/lib/db/client'
import { reading } from '@/lib/db/transaction'

/** A new entry: an email, or a request for one. */
export interface NewEntry {
  kind: string
  userId: string | null
  at: Date
  payload: Uint8Array<ArrayBuffer>
}

/** Puts entries into the outbox, due immediately. */
export async function insertEntries(tx: Db, entries: NewEntry[]): Promise<void> {
  await tx.outboxMail.createMany({ data: entries.map(({ at, ...entry }) => ({ ...entry, createdAt: at, dueAt: at })) })
}

/** Returns how many entries there are and when the oldest was written. */
export async function measureEntries(): Promise<{ count: number; oldest: Date | null }> {
  const { _count, _min } = await reading((db) => db.outboxMail.aggregate({ _count: true, _min: { createdAt: true } }))
  return { count: _count, oldest: _min.createdAt }
}
