import { postgresPool } from '@/lib/db/postgres-pool'
import { SettingsError } from '@/lib/base/env'
import { DIRECT_POSTGRES, ENCODING_RULE } from '@/lib/base/env-urls'

const CONNECT_MS = 5000
const PROBE = 'kept'

/**
 * Requires that PostgreSQL answers at `url` and that nothing in between drops our session settings. A pooler that
 * drops them would hand out connections without limits and without UTC, and sometimes lose prepared statements.
 * SQLite needs no check.
 * @throws SettingsError with one line that names `setting` instead of the URL
 */
export async function requirePostgres(url: string, setting: 'DATABASE_URL' | 'MIGRATE_DATABASE_URL'): Promise<void> {
  if (url.startsWith('file:')) return
  const limits = { max: 1, connectionTimeoutMillis: CONNECT_MS, sessionOptions: `-c latchkey.probe=${PROBE}` }
  const pool = postgresPool(url, () => undefined, limits)
  const asking = pool.query<{ probe: string | null }>("SELECT current_setting('latchkey.probe', true) AS probe")
  const { rows } = await asking
    .catch((cause: unknown) => {
      throw new SettingsError(`${setting} ${whyNot(cause as NodeJS.ErrnoException)}`, { cause })
    })
    .finally(() => pool.end())
  if (rows[0]?.probe !== PROBE) throw new SettingsError(`${setting} ${DIRECT_POSTGRES}`)
}

/** Describes a failed connection without Node.js's message, which names the host: that may be a piece of a password. */
function whyNot({ code = '', message, syscall }: NodeJS.ErrnoException): string {
  if (/unsupported startup parameter/.test(message)) return DIRECT_POSTGRES
  if (syscall === 'getaddrinfo') return `names an unknown host (${code}); ${ENCODING_RULE}`
  const unreachable = 'points to an address where PostgreSQL does not respond'
  if (/^E[A-Z]+$/.test(code)) return `${unreachable} (${code})`
  if (/timeout/.test(message)) return `${unreachable} within ${CONNECT_MS / 1000} s`
  return `was rejected by PostgreSQL: ${message.split('\n', 1)[0] ?? ''}`
}
