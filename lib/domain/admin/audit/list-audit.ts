import { readAuditLog } from '@/lib/domain/admin/audit/read-audit-log'
import type { AuditPage, ListAuditQuery } from '@/lib/domain/admin/audit/schema'
import type { Principal } from '@/lib/keys/principal'
import { PAGE_SIZE_DEFAULT } from '@/lib/base/schema/list-query'

/**
 * Lists the audit log of all accounts, newest first, one page at a time.
 * @throws AppError invalid_input for another list's cursor
 */
export async function listAudit(_admin: Principal, query: ListAuditQuery): Promise<AuditPage> {
  const { limit = PAGE_SIZE_DEFAULT, cursor, ...filters } = query
  const read = await readAuditLog(filters)
  const { items, nextCursor } = await read(cursor, limit)
  return { items, next_cursor: nextCursor }
}
