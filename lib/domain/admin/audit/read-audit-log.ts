import { findAccountId } from '@/lib/domain/accounts/find-account-id'
import { nameAccounts } from '@/lib/domain/admin/accounts/name-accounts'
import type { AuditView, ListAuditQuery } from '@/lib/domain/admin/audit/schema'
import { auditRowsForAdmin, type AuditEvent } from '@/lib/domain/admin/audit/audit-log-store'
import { readStretches } from '@/lib/base/paging/read-stretches'

type Filters = Omit<ListAuditQuery, 'cursor' | 'limit'>

/** A part of the trail, and the cursor of the next. */
interface TrailPart {
  items: AuditView[]
  nextCursor: string | null
}

/** Reads parts of the trail, from a cursor on, so many rows at a time. */
export type TrailReader = (cursor: string | undefined, count: number) => Promise<TrailPart>

/** A reader of the rows that pass the filters, newest first. It throws invalid_input for a foreign cursor. */
export async function readAuditLog({ actor, action, target, since, until }: Filters): Promise<TrailReader> {
  // What somebody did outlives the account: a name that is nobody's any more may be the id of one.
  const actorId = actor === undefined ? undefined : ((await findAccountId(actor)) ?? actor)
  const instantOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
  const trail = auditRowsForAdmin({ actorId, action, target, since: instantOf(since), until: instantOf(until) })
  return async (cursor, count) => {
    const { rows, nextCursor } = await readStretches([trail], cursor, count)
    return { items: await present(rows), nextCursor }
  }
}

async function present(rows: readonly AuditEvent[]): Promise<AuditView[]> {
  const names = await nameAccounts(rows.flatMap(({ actorUserId, userId }) => [actorUserId, userId]))
  const named = (id: string | null) => (id === null ? null : { id, username: names.get(id) ?? null })
  return rows.map((row) => {
    const actor = named(row.actorUserId)
    return {
      id: row.id,
      occurred_at: row.occurredAt.toISOString(),
      action: row.action,
      actor: actor && { ...actor, token_id: row.actorTokenId },
      user: named(row.userId),
      target_type: row.targetType,
      target_id: row.targetId,
      address: row.address,
      user_agent: row.userAgent,
      request_id: row.requestId,
      details: row.details as Record<string, unknown>,
    }
  })
}
