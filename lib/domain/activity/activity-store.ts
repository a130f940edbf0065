import type { AuditEvent } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'

export type { AuditEvent }

/** A page of what happened to an account, newest first, before `beforeId`, and one more row where there is a next page. */
export async function listEventsOf(userId: string, beforeId: string | null, limit: number): Promise<AuditEvent[]> {
  return reading((db) =>
    db.auditEvent.findMany({
      where: { userId, ...(beforeId !== null && { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  )
}
