import { auditColumns, type AuditView } from '@/lib/domain/admin/audit/schema'

/** The media type of an exported audit log. */
export type AuditFormat = 'text/csv' | 'application/x-ndjson'

/** The header and the line writer of each format: CSV as in RFC 4180, or one JSON object per line. */
export const auditLines: Record<AuditFormat, { head: string; line: (view: AuditView) => string }> = {
  'text/csv': { head: `${auditColumns.join(',')}\r\n`, line: (view) => `${cellsOf(view).map(csvCell).join(',')}\r\n` },
  'application/x-ndjson': { head: '', line: (view) => `${JSON.stringify(view)}\n` },
}

function cellsOf(view: AuditView): (string | null)[] {
  const cells: Record<(typeof auditColumns)[number], string | null> = {
    id: view.id,
    occurred_at: view.occurred_at,
    action: view.action,
    actor_id: view.actor?.id ?? null,
    actor_username: view.actor?.username ?? null,
    actor_token_id: view.actor?.token_id ?? null,
    user_id: view.user?.id ?? null,
    user_username: view.user?.username ?? null,
    target_type: view.target_type,
    target_id: view.target_id,
    address: view.address,
    user_agent: view.user_agent,
    request_id: view.request_id,
    details: JSON.stringify(view.details),
  }
  return auditColumns.map((column) => cells[column])
}

/**
 * Escapes a CSV cell. Spreadsheets evaluate a cell that looks like a formula, and clients choose names and user agents
 * freely. A leading apostrophe makes it text.
 */
function csvCell(text: string | null): string {
  const safe = /^[\s]*[=+\-@\t\r]/.test(text ?? '') ? `'${text ?? ''}` : (text ?? '')
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
