import type { EventPage, ListEventsQuery } from '@/lib/domain/activity/schema'
import type { Principal } from '@/lib/keys/principal'
import { decodeCursor, encodeCursor } from '@/lib/base/paging/cursor'
import { PAGE_SIZE_DEFAULT } from '@/lib/base/schema/list-query'
import type { AuditEvent, Prisma } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'

const ORDER = 'events'

/**
 * Lists the activity of the principal's account, newest first.
 * @throws AppError invalid_input for another list's cursor
 */
export async function listEvents(principal: Principal, query: ListEventsQuery): Promise<EventPage> {
  const { limit = PAGE_SIZE_DEFAULT, cursor } = query
  const before = cursor === undefined ? null : decodeCursor(ORDER, 'id', cursor).id
  const rows = await listEventsOf(
    { userId: principal.userId, ...(before !== null && { id: { lt: before } }) },
    limit + 1,
  )
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: page.map((event) => presentEvent(event, principal)),
    next_cursor: rows.length > limit && last ? encodeCursor(ORDER, { id: last.id, value: null }) : null,
  }
}

/** Presents an event to the owner of the account that it concerns. */
export function presentEvent(event: AuditEvent, { userId }: Pick<Principal, 'userId'>): EventPage['items'][number] {
  return {
    id: event.id,
    occurred_at: event.occurredAt.toISOString(),
    action: event.action,
    target_type: event.targetType,
    target_id: event.targetId,
    by_you: event.actorUserId === userId,
    address: event.address,
    user_agent: event.userAgent,
    details: event.details as Record<string, unknown>,
  }
}

/** Returns up to `limit` events of an account, newest first. */
export async function listEventsOf(
  where: Prisma.AuditEventWhereInput & { userId: string },
  limit: number,
): Promise<AuditEvent[]> {
  return reading((db) => db.auditEvent.findMany({ where, orderBy: { id: 'desc' }, take: limit }))
}
