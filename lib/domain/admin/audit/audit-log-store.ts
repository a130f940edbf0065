import type { AuditEvent, Prisma } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { comesAfter } from '@/lib/base/paging/comes-after'
import type { Stretch } from '@/lib/base/paging/read-stretches'

export type { AuditEvent }

/** Filters for the audit log; the actor is given by id. */
export interface AuditLogFilters {
  actorId?: string | undefined
  action?: string | undefined
  target?: string | undefined
  since?: Date | undefined
  until?: Date | undefined
}

/** Returns the rows of the audit log that pass the filters, for administrators, newest first. */
export function auditRowsForAdmin({ actorId, action, target, since, until }: AuditLogFilters): Stretch<AuditEvent> {
  const where: Prisma.AuditEventWhereInput = {
    ...(actorId !== undefined && { actorUserId: actorId }),
    ...(action !== undefined && { action }),
    ...(target !== undefined && { targetId: target }),
    AND: [since ? { occurredAt: { gte: since } } : {}, until ? { occurredAt: { lt: until } } : {}],
  }
  return {
    name: 'trail',
    orderedBy: 'instant',
    read: async (after, count) => {
      const at = after?.value ?? null
      const remaining =
        after === null || at === null
          ? {}
          : comesAfter<Prisma.AuditEventWhereInput>('occurredAt', 'desc', { id: after.id, value: new Date(at) })
      return reading((db) =>
        db.auditEvent.findMany({
          where: { AND: [where, remaining] },
          orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
          take: count,
        }),
      )
    },
    positionOf: (row) => ({ id: row.id, value: row.occurredAt.toISOString() }),
  }
}
