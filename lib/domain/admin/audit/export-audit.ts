import { requireStillAdmin } from '@/lib/domain/admin/accounts/require-still-admin'
import { auditLines, type AuditFormat } from '@/lib/domain/admin/audit/audit-lines'
import { readAuditLog } from '@/lib/domain/admin/audit/read-audit-log'
import type { AuditView, ListAuditQuery } from '@/lib/domain/admin/audit/schema'
import type { Administrator } from '@/lib/keys/principal'

/** The number of rows in memory at a time, however long the audit log is. */
const BATCH = 500

/**
 * Streams all rows of the audit log that pass the filters, newest first, as text. Starts at the cursor if there is one,
 * and ignores `limit`. Reads the next batch only when the consumer asks for it, and stops once the administrator has
 * lost the right to read it. Calls `onRows` with the number of rows so far and whether that is all.
 * @throws AppError invalid_input for another list's cursor, before the first piece; admin_required after it
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
    // A slow reader may take hours and lose the role in the meantime.
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
