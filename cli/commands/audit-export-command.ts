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
  summary: 'Export the audit log to standard output, newest first and without a length limit',
  options: {
    format: 'ndjson (default, one JSON object per line) or csv',
    actor: 'who did it: a username, email address or ID',
    action: 'what they did, for example token.revoked',
    target: 'the ID of what they did it to, for example a token or an account',
    since: 'start time, for example 2027-02-19T21:40:00Z',
    until: 'end time; events at this time are not included',
  },
  notes: ['--json also prints NDJSON, which is the default format.'],
  examples: ['audit export --since 2027-02-01T00:00:00Z > february.ndjson', 'audit export --format csv --actor ada'],
  run: async ({ format = 'ndjson', ...filters }, { isJson, tell }) => {
    if (!isFormat(format)) throw new UsageError('--format must be ndjson or csv')
    if (isJson && format === 'csv') throw new UsageError('--json and --format csv cannot be combined')
    const onRows = (count: number, isAll: boolean) => {
      if (isAll || count % TELLING_ROWS === 0) tell(`${count} rows${isAll ? ', done' : ''}`)
    }
    const stream = await exportAudit(null, parseInput(listAuditQuery, filters), FORMATS[format], onRows)
    return { lines: [], data: null, stream }
  },
}
