import { UsageError, type Command } from '@/cli/command'
import { exportAudit } from '@/lib/domain/admin/audit/export-audit'
import { listAuditQuery } from '@/lib/domain/admin/audit/schema'
import { parseInput } from '@/lib/edge/http/read-body'

const FORMATS = { csv: 'text/csv', ndjson: 'application/x-ndjson' } as const

/** Progress is reported each time this many more rows are written. */
const TELLING_ROWS = 1000

const isFormat = (text: string): text is keyof typeof FORMATS => Object.hasOwn(FORMATS, text)

/** The command that exports the audit log. */
export const auditExportCommand: Command = {
  name: 'audit export',
  summary: 'Write the trail to standard output, newest first, however long it is',
  options: {
    format: 'ndjson (a JSON object a line, unless said) or csv',
    actor: 'who did it: a username, an e-mail address or an id',
    action: 'what, such as token.revoked',
    target: 'the id of what it happened to',
    since: 'from an instant on, such as 2027-02-19T21:40:00Z',
    until: 'up to an instant',
  },
  notes: ['With --json it is NDJSON, as without.'],
  examples: ['audit export --since 2027-02-01T00:00:00Z > february.ndjson', 'audit export --format csv --actor ada'],
  run: async ({ format = 'ndjson', ...filters }, { isJson, tell }) => {
    if (!isFormat(format)) throw new UsageError('--format is ndjson or csv')
    if (isJson && format === 'csv') throw new UsageError('--json and --format csv exclude each other')
    const onRows = (count: number, isAll: boolean) => {
      if (isAll || count % TELLING_ROWS === 0) tell(`${count} rows${isAll ? ', all' : ''}`)
    }
    const stream = await exportAudit(null, parseInput(listAuditQuery, filters), FORMATS[format], onRows)
    return { lines: [], data: null, stream }
  },
}
