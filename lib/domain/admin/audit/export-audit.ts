import { requireStillAdmin } from '@/lib/domain/admin/accounts/require-still-admin'
import { auditLines, type AuditFormat } from '@/lib/domain/admin/audit/audit-lines'
import { readAuditLog } from '@/lib/domain/admin/audit/read-audit-log'
import type { AuditView, ListAuditQuery } from '@/lib/domain/admin/audit/schema'
import type { Administrator } from '@/lib/keys/principal'

/** So many rows are in memory at a time, whatever the length of the trail. */
const BATCH = 500

/**
 * All of the trail that passes the filters, newest first, as text in pieces: from the cursor on
 * where there is one, whatever the limit. The next batch is read when somebody asks for it, and it
 * breaks off once whoever asked may no longer. `onRows` hears how many rows were taken so far, and
 * whether they are all.
 * @throws AppError invalid_input for a foreign cursor, before the first piece; admin_required after it
 */
export async function exportAudit(
  admin: Administrator,
  { cursor, limit: _, ...filters }: ListAuditQuery,
  format: AuditFormat,
  onRows: (count: number, isAll: boolean) => void = () => undefined,
): Promise<AsyncIterable<string>> {
  const read = await readAuditLog(filters)
  const first = await read(cursor, BATCH)
  const readOn = async (next: string) => {
    // A reader may take its time: hours, in which he is dismissed.
    await requireStillAdmin(admin)
    return read(next, BATCH)
  }
  return pieces(first, readOn, auditLines[format], onRows)
}

interface Batch {
  items: AuditView[]
  nextCursor: string | null
}

async function* pieces(
  first: Batch,
  read: (cursor: string) => Promise<Batch>,
  { head, line }: (typeof auditLines)[AuditFormat],
  onRows: (count: number, isAll: boolean) => void,
): AsyncGenerator<string> {
  if (head !== '') yield head
  let count = 0
  for (let batch = first; ; batch = await read(batch.nextCursor)) {
    if (batch.items.length > 0) yield batch.items.map(line).join('')
    count += batch.items.length
    onRows(count, batch.nextCursor === null)
    if (batch.nextCursor === null) return
  }
}
