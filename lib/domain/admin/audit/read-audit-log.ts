import { findAccountId } from '@/lib/domain/accounts/find-account-id'
import { nameAccounts } from '@/lib/domain/admin/accounts/name-accounts'
import type { AuditView, ListAuditQuery } from '@/lib/domain/admin/audit/schema'
import { auditRowsForAdmin, type AuditEvent } from '@/lib/domain/admin/audit/audit-log-store'
import { readStretches } from '@/lib/base/paging/read-stretches'

type Filters = Omit<ListAuditQuery, 'cursor' | 'limit'>

/** A batch of audit log rows and the cursor of the next batch. */
interface TrailPart {
  items: AuditView[]
  nextCursor: string | null
}

/** Reads up to `count` rows of the audit log, starting at a cursor. */
export type TrailReader = (cursor: string | undefined, count: number) => Promise<TrailPart>

/**
 * Returns a reader of the rows that pass the filters, newest first. The reader throws invalid_input for another list's
 * cursor.
 */
export async function readAuditLog({ actor, action, target, since, until }: Filters): Promise<TrailReader> {
  // Rows outlive the account of their actor, so a name that matches no account may be the id of a deleted one.
  const actorId = actor === undefined ? undefined : ((await findAccountId(actor)) ?? actor)
  const instantOf = (text: string | undefined) => (text === undefined ? undefined : new Date(text))
  const events = auditRowsForAdmin({ actorId, action, target, since: instantOf(since), until: instantOf(until) })
  return async (cursor, count) => {
    const { rows, nextCursor } = await readStretches([events], cursor, count)
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
