import type { Db } from '@/lib/db/client'
import { reading } from '@/lib/db/transaction'

interface NewEntry {
  kind: string
  userId: string | null
  at: Date
  payload: Uint8Array<ArrayBuffer>
}

/** Puts an entry into the outbox, due at once. */
export async function insertEntry(tx: Db, { kind, userId, at, payload }: NewEntry): Promise<void> {
  await tx.outboxMail.create({ data: { kind, userId, createdAt: at, dueAt: at, payload } })
}

/** How many entries there are, and when the oldest was written. */
export async function measureEntries(): Promise<{ count: number; oldest: Date | null }> {
  const { _count, _min } = await reading((db) => db.outboxMail.aggregate({ _count: true, _min: { createdAt: true } }))
  return { count: _count, oldest: _min.createdAt }
}
