import { actionsOfKind } from '@/lib/domain/activity/event-kind'
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
  const { rows, nextCursor } = await findEventPage(principal, query)
  return { items: rows.map((event) => presentEvent(event, principal)), next_cursor: nextCursor }
}

/**
 * Returns a page of the rows of the principal's account, newest first.
 * @throws AppError invalid_input for another list's cursor
 */
export async function findEventPage(
  { userId }: Principal,
  { limit = PAGE_SIZE_DEFAULT, cursor, kind }: ListEventsQuery,
): Promise<{ rows: AuditEvent[]; nextCursor: string | null }> {
  const before = cursor === undefined ? null : decodeCursor(ORDER, 'id', cursor).id
  const found = await listEventsOf(
    {
      userId,
      ...(before !== null && { id: { lt: before } }),
      ...(kind !== undefined && { action: { in: actionsOfKind(kind) } }),
    },
    limit + 1,
  )
  const rows = found.slice(0, limit)
  const last = rows.at(-1)
  return { rows, nextCursor: found.length > limit && last ? encodeCursor(ORDER, { id: last.id, value: null }) : null }
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
