import pg from 'pg'
import Database from 'better-sqlite3'
import { PrismaPg } from '@prisma/adapter-pg'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { GET as audit } from '@/app/api/v1/admin/audit/route'
import { GET as tokens } from '@/app/api/v1/admin/tokens/route'
import { GET as accounts } from '@/app/api/v1/admin/users/route'
import { database } from '@/lib/db/client'
import { PrismaClient as PostgresqlClient } from '@/lib/db/generated/postgresql/client'
import { PrismaClient } from '@/lib/db/generated/sqlite/client'
import { SafeSqlite } from '@/lib/db/safe-sqlite'
import { settings } from '@/lib/base/env'
import type { RouteHandler } from '@/lib/edge/http/methods'
import { encodeCursor } from '@/lib/base/paging/cursor'
import { newAdmin } from '@/test/support/acts/admins'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { withSingleton } from '@/test/support/with-singleton'

const SINCE = '2026-01-01T00:00:00.000Z'
const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const cursor = (order: string, value: string | null = null) => encodeCursor(order, { id: ID, value })

/** A list, its handler, its query, and the indexes that must find its rows. */
const LISTS: [string, RouteHandler, Record<string, string>, string[]][] = [
  ['accounts', accounts, {}, ['account_pkey']],
  ['accounts', accounts, { cursor: cursor('-created_at') }, ['account_pkey']],
  ['accounts', accounts, { sort: 'username', cursor: cursor('username', 'm') }, ['account_username_key_key']],
  ['accounts', accounts, { status: 'inactive' }, ['account_is_active_id_idx']],
  ['accounts', accounts, { role: 'admin' }, ['account_is_admin_id_idx']],
  ['accounts', accounts, { q: 'person' }, ['account_username_key_key', 'account_email_key_key']],
  ['accounts', accounts, { q: 'person', status: 'active', role: 'user' }, ['account_username_key_key']],
  ['accounts', accounts, { sort: 'username', status: 'active' }, ['account_username_key_key']],
  ['accounts', accounts, { q: 'person', cursor: cursor('q:email', 'person') }, ['account_email_key_key']],
  ['accounts', accounts, { unseen_days: '60' }, ['account_pkey', 'identity_user_id_last_used_at_idx']],
  [
    'accounts',
    accounts,
    { unseen_days: '60', status: 'active', cursor: cursor('-created_at') },
    ['identity_user_id_last_used_at_idx'],
  ],
  [
    'accounts',
    accounts,
    { unseen_days: '60', sort: 'username', status: 'active' },
    ['account_username_key_key', 'identity_user_id_last_used_at_idx'],
  ],
  [
    'accounts',
    accounts,
    { unseen_days: '60', q: 'person', status: 'active' },
    ['account_username_key_key', 'account_email_key_key', 'identity_user_id_last_used_at_idx'],
  ],
  ['tokens', tokens, {}, ['token_pkey']],
  ['tokens', tokens, { cursor: cursor('-created_at') }, ['token_pkey']],
  ['tokens', tokens, { kind: 'device', cursor: cursor('-created_at') }, ['token_kind_id_idx']],
  ['tokens', tokens, { status: 'active' }, ['token_revoked_at_id_idx']],
  ['tokens', tokens, { status: 'revoked', cursor: cursor('revoked', SINCE) }, ['token_revoked_at_id_idx']],
  ['tokens', tokens, { status: 'expired' }, ['token_expires_at_id_idx', 'token_idle_expires_at_id_idx']],
  ['tokens', tokens, { unused_since: SINCE }, ['token_last_used_at_created_at_idx']],
  [
    'tokens',
    tokens,
    { unused_since: SINCE, cursor: cursor('unused:since', SINCE) },
    ['token_last_used_at_created_at_idx'],
  ],
  ['tokens', tokens, { expires_before: SINCE, kind: 'personal' }, ['token_expires_at_id_idx']],
  [
    'tokens',
    tokens,
    { expires_before: SINCE, status: 'active', cursor: cursor('end', SINCE) },
    ['token_expires_at_id_idx'],
  ],
  ['tokens', tokens, { q: 'person', expires_before: SINCE }, ['token_name_key_id_revoked_at_idx']],
  ['tokens', tokens, { q: 'person', cursor: cursor('q:name', 'person') }, ['token_name_key_id_revoked_at_idx']],
  ['tokens', tokens, { q: 'person', status: 'active', kind: 'personal' }, ['token_name_key_id_revoked_at_idx']],
  ['tokens', tokens, { q: 'person', status: 'revoked' }, ['token_name_key_id_revoked_at_idx']],
  ['tokens', tokens, { q: 'person', unused_since: SINCE }, ['token_name_key_id_revoked_at_idx']],
  ['tokens', tokens, { kind: 'device', status: 'active' }, ['token_kind_id_idx']],
  ['tokens', tokens, { kind: 'device', unused_since: SINCE }, ['token_last_used_at_created_at_idx']],
  ['tokens', tokens, { kind: 'device', status: 'revoked' }, ['token_revoked_at_id_idx']],
  ['tokens', tokens, { kind: 'device', status: 'expired' }, ['token_expires_at_id_idx']],
  ['tokens', tokens, { user: 'person', status: 'active', kind: 'device' }, ['token_user_id_id_idx']],
  ['tokens', tokens, { q: 'lkp_…abcd' }, ['token_secret_hint_idx', 'token_name_key_id_revoked_at_idx']],
  ['the audit log', audit, { cursor: cursor('trail', SINCE) }, ['audit_event_occurred_at_idx']],
  ['the audit log', audit, { since: SINCE, until: '2026-02-01T00:00:00Z' }, ['audit_event_occurred_at_idx']],
  ['the audit log', audit, { actor: ID }, ['audit_event_actor_user_id_occurred_at_idx']],
  ['the audit log', audit, { action: 'token.revoked' }, ['audit_event_action_occurred_at_idx']],
  ['the audit log', audit, { target: ID }, ['audit_event_target_id_occurred_at_idx']],
]

const isPostgres = () => settings().databaseKind === 'postgresql'

/** A query, with its parameters. */
interface Asked {
  sql: string
  values: unknown[]
}

/** Replaces the process's database client with one that reports each query. */
async function watching(note: (asked: Asked) => void) {
  const url = settings().databaseUrl
  const log = [{ emit: 'event', level: 'query' }] as const
  const client = isPostgres()
    ? new PostgresqlClient({ adapter: new PrismaPg({ connectionString: url }), log: [...log] })
    : new PrismaClient({ adapter: new SafeSqlite(url), log: [...log] })
  const watched = client as PrismaClient<'query'>
  watched.$on('query', ({ query: sql, params }) => note({ sql, values: JSON.parse(params) as unknown[] }))
  await watched.$connect()
  withSingleton('database', watched)
  onTestFinished(() => watched.$disconnect())
}

/** Returns the database's query plan. */
async function planOf({ sql, values }: Asked): Promise<string> {
  if (!isPostgres()) {
    const connection = new Database(settings().databaseUrl.replace(/^file:/, ''), { readonly: true })
    const statement = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    const rows = statement.all(...values.map(() => null))
    connection.close()
    return rows.map(({ detail }) => detail).join('\n')
  }
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  // With these off, the planner scans or sorts only if no index fits.
  await client.query('SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off')
  const { rows } = await client.query<Record<string, string>>(`EXPLAIN ${sql}`, values)
  await client.end()
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

const LISTED = /FROM \S*(?:account|token|audit_event)\W+WHERE[^]*ORDER BY|FROM \S*token_secret\W+WHERE[^]*hint/

const SQLITE_NAMES: Record<string, string> = {
  account_pkey: 'sqlite_autoindex_account_1',
  token_pkey: 'sqlite_autoindex_token_1',
}

/**
 * Inserts enough rows that PostgreSQL does not simply pick the smallest index. SQLite keeps no statistics and plans by
 * rules.
 */
async function fill() {
  await newToken(await newAccount({ username: 'person' }), 'personal', { name: 'person' })
  if (!isPostgres()) return
  await database().$executeRaw`
    INSERT INTO account (id, username, username_key, email, email_key, created_at, updated_at)
    SELECT '01890a5d-ac96-774b-8000-' || lpad(to_hex(n), 12, '0'), 'a' || n, 'a' || n, 'a' || n, 'a' || n, now(), now() FROM generate_series(1, 5000) AS n`
  await database().$executeRaw`
    INSERT INTO identity (id, user_id, provider, issuer, subject, created_at, last_used_at)
    SELECT '01890a5d-ac96-774b-8000-' || lpad(to_hex(n), 12, '0'), '01890a5d-ac96-774b-8000-' || lpad(to_hex(n), 12, '0'), 'acme', 'https://acme.example', n, now(), now() - n * interval '1 hour' FROM generate_series(1, 5000) AS n`
  await database().$executeRaw`
    INSERT INTO token (id, user_id, kind, name, name_key, created_at, expires_at, last_used_at, revoked_at)
    SELECT '01890a5d-ac96-774b-8000-' || lpad(to_hex(n), 12, '0'), '01890a5d-ac96-774b-8000-' || lpad(to_hex(n), 12, '0'), 'personal', 't' || n, 't' || n, now(), now() + n * interval '1 hour',
      CASE WHEN n % 2 = 0 THEN now() - n * interval '1 hour' END, CASE WHEN n % 3 = 0 THEN now() - n * interval '1 hour' END
    FROM generate_series(1, 5000) AS n`
  await database().$executeRaw`
    INSERT INTO token_secret (id, token_id, digest, hint, created_at)
    SELECT '01890a5d-ac96-774b-8000-' || lpad(to_hex(n), 12, '0'), '01890a5d-ac96-774b-8000-' || lpad(to_hex(n), 12, '0'), decode(md5(n::text), 'hex'), 'h' || n, now() FROM generate_series(1, 5000) AS n`
  await database().$executeRaw`
    INSERT INTO audit_event (id, occurred_at, action, actor_user_id, target_type, target_id, details)
    SELECT '01890a5d-ac96-774b-8000-' || lpad(to_hex(n), 12, '0'), now() - n * interval '1 hour', 'x' || n % 20, 'a' || n % 500, 'token', 't' || n, '{}' FROM generate_series(1, 5000) AS n`
  await database().$executeRaw`ANALYZE`
}

/** Returns what is wrong with the plans of a list, or null if an index finds all its rows. */
async function problemOf(plans: readonly string[], indexes: readonly string[]): Promise<string | null> {
  const all = plans.join('\n---\n')
  const missing = indexes.filter((index) => !all.includes(isPostgres() ? index : (SQLITE_NAMES[index] ?? index)))
  // Rows with the same instant are sorted by id, and so are the few tokens that share a hint.
  const listed = plans.filter((plan) => !plan.includes('token_secret')).join('\n')
  const isScanned = /Seq Scan|SCAN `?\w+`?$|USE TEMP B-TREE FOR ORDER BY|^(?:\s*->\s+)?Sort\s+\(/m.test(listed)
  return missing.length > 0 || isScanned ? `without ${missing.join() || 'scan or sort'}:\n${all}` : null
}

beforeEach(newInstance)

describe('administrator lists', () => {
  it('read their rows from an index and in order, for every filter', { timeout: 60_000 }, async () => {
    const { key } = await newAdmin()
    await fill()
    const asked: Asked[] = []
    await watching((query) => asked.push(query))
    const problems: string[] = []
    for (const [name, handler, query, indexes] of LISTS) {
      asked.length = 0
      const { status, text } = await call(handler, { key, path: `/api/v1/test?${new URLSearchParams(query)}` })
      expect(status, text).toBe(200)
      // The related rows of a page are found by id.
      const lists = asked.filter(({ sql }) => LISTED.test(sql))
      const problem = await problemOf(await Promise.all(lists.map(planOf)), indexes)
      if (problem !== null) problems.push(`${name} ${JSON.stringify(query)} ${problem}`)
    }
    expect(problems.join('\n\n')).toBe('')
  })

  it('order folded names by their bytes, whatever the locale of PostgreSQL', async () => {
    if (!isPostgres()) {
      expect(await database().$queryRaw`SELECT 'é' > 'z' AS bytes`).toMatchObject([{ bytes: 1n }])
      return
    }
    const rows = await database().$queryRaw`
      SELECT column_name::text AS name FROM information_schema.columns
      WHERE collation_name = 'C' AND table_schema = current_schema() ORDER BY 1`
    expect(rows).toEqual([{ name: 'email_key' }, { name: 'name_key' }, { name: 'username_key' }])
  })
})
