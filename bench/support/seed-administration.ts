import Database from 'better-sqlite3'
import { createHash } from 'node:crypto'
import pg from 'pg'

/** How many rows to insert. */
export interface Amounts {
  accounts: number
  tokens: number
  events: number
}

/**
 * Fills the migrated database of a running server with accounts, tokens of every kind and audit events. Tokens are
 * created one second apart; every fifth is revoked, every seventh has expired and every third was never used. The
 * existing administrator stays unchanged.
 */
export async function seedAdministration(url: string, amounts: Amounts): Promise<void> {
  if (url.startsWith('file:')) {
    seedSqlite(url.slice('file:'.length), amounts)
    return
  }
  await seedPostgres(url, amounts)
}

const ID = "'01890a5d-ac96-774b-8000-' || "

function seedSqlite(file: string, { accounts, tokens, events }: Amounts): void {
  const database = new Database(file)
  database.pragma('synchronous = off')
  database.function('md5', { deterministic: true }, (text) => createHash('md5').update(String(text)).digest('hex'))
  const at = (seconds: string) => `strftime('%Y-%m-%dT%H:%M:%f+00:00', 'now', (${seconds}) || ' seconds')`
  const numbers = (count: number) =>
    `WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${count})`
  const dialect = {
    at,
    id: (n: string) => `${ID} printf('%012x', ${n})`,
    hex: (n: string) => `md5(${n})`,
    digest: (n: string) => `CAST(md5(${n}) AS BLOB)`,
    kind: (word: string) => word,
  }
  for (const [into, select, count] of statements(dialect, { accounts, tokens, events }))
    database.exec(`INSERT INTO ${into} ${numbers(count)} SELECT ${select} FROM numbers`)
  database.pragma('wal_checkpoint(TRUNCATE)')
  database.close()
}

async function seedPostgres(url: string, amounts: Amounts): Promise<void> {
  const client = new pg.Client({ connectionString: url, options: '-c synchronous_commit=off -c TimeZone=UTC' })
  await client.connect()
  const dialect = {
    at: (seconds: string) => `(now() + (${seconds}) * interval '1 second')::timestamp(3)`,
    id: (n: string) => `${ID} lpad(to_hex(${n}), 12, '0')`,
    hex: (n: string) => `md5((${n})::text)`,
    digest: (n: string) => `decode(md5((${n})::text), 'hex')`,
    kind: (word: string) => `(${word})::token_kind`,
  }
  for (const [into, select, count] of statements(dialect, amounts))
    await client.query(`INSERT INTO ${into} SELECT ${select} FROM generate_series(1, ${count}) AS numbers(n)`)
  await client.query('VACUUM ANALYZE')
  await client.end()
}

/** SQL that differs between SQLite and PostgreSQL. */
interface Dialect {
  /** A time this many seconds from now. */
  at(seconds: string): string
  id(n: string): string
  /** 32 characters that differ for each n. */
  hex(n: string): string
  digest(n: string): string
  kind(word: string): string
}

/** The inserts: a table with its columns, the values of row n, and the number of rows. */
function statements(
  { at, id, hex, digest, kind }: Dialect,
  { accounts, tokens, events }: Amounts,
): [string, string, number][] {
  const made = `n - ${tokens}`
  const kinds = "CASE n % 4 WHEN 0 THEN 'personal' WHEN 1 THEN 'device' WHEN 2 THEN 'session' ELSE 'refresh' END"
  const name = "CASE n % 10 WHEN 0 THEN 'deploy ' ELSE 'token ' END || n"
  return [
    [
      'account (id, username, username_key, email, email_key, is_active, is_admin, created_at, updated_at)',
      `${id('n')}, 'person-' || n, 'person-' || n, 'mail-' || n || '@example.com', 'mail-' || n || '@example.com', n % 50 <> 0, n % 1000 = 0, ${at(`n - ${accounts}`)}, ${at('0')}`,
      accounts,
    ],
    [
      'token (id, user_id, kind, name, name_key, created_at, expires_at, last_used_at, revoked_at)',
      `${id('n')}, ${id(`1 + n % ${accounts}`)}, ${kind(kinds)}, ${name}, ${name}, ${at(made)}, ${at('CASE WHEN n % 7 = 0 THEN -n ELSE 1000 + n END')}, CASE WHEN n % 3 <> 0 THEN ${at('-n * 60')} END, CASE WHEN n % 5 = 0 THEN ${at('-n % 100000')} END`,
      tokens,
    ],
    [
      'token_secret (id, token_id, digest, hint, created_at)',
      `${id('n')}, ${id('n')}, ${digest('n')}, 'lkp_…' || substr(${hex('n')}, 1, 4), ${at(made)}`,
      tokens,
    ],
    [
      'audit_event (id, occurred_at, action, actor_user_id, user_id, target_type, target_id, details)',
      `${id('n')}, ${at(`n - ${events}`)}, CASE n % 100 WHEN 0 THEN 'account.updated' ELSE 'token.created' END, ${id(`1 + n % ${accounts}`)}, ${id(`1 + n % ${accounts}`)}, 'token', ${id(`1 + n % ${tokens}`)}, '{}'`,
      events,
    ],
  ]
}
