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
import { settings } from '@/lib/env'
import type { RouteHandler } from '@/lib/http/methods'
import { encodeCursor } from '@/lib/paging/cursor'
import { newAdmin } from '@/test/support/admins'
import { call } from '@/test/support/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { withSingleton } from '@/test/support/with-singleton'

const SINCE = '2026-01-01T00:00:00.000Z'
const ID = '01890a5d-ac96-774b-bcce-b302099a8057'
const cursor = (order: string, value: string | null = null) => encodeCursor(order, { id: ID, value })

/** A list, what it is asked for, and the indexes of which each must lead to its rows; `part`: in one of its parts. */
const LISTS: [string, RouteHandler, Record<string, string>, string[]][] = [
  ['accounts', accounts, {}, ['account_pkey']],
  ['accounts', accounts, { cursor: cursor('-created_at') }, ['account_pkey']],
  ['accounts', accounts, { sort: 'username', cursor: cursor('username', 'm') }, ['account_username_key_key']],
  ['accounts', accounts, { status: 'inactive' }, ['account_is_active_id_idx']],
  ['accounts', accounts, { role: 'admin' }, ['account_is_admin_id_idx']],
  ['accounts', accounts, { q: 'person' }, ['account_username_key_key', 'account_email_key_key']],
  ['accounts', accounts, { q: 'person', cursor: cursor('q:email', 'person') }, ['account_email_key_key']],
  ['tokens', tokens, {}, ['token_pkey']],
  ['tokens', tokens, { cursor: cursor('-created_at') }, ['token_pkey']],
  ['tokens', tokens, { kind: 'device', cursor: cursor('-created_at') }, ['token_kind_id_idx']],
  ['tokens', tokens, { status: 'active' }, ['token_revoked_at_id_idx']],
  ['tokens', tokens, { status: 'revoked', cursor: cursor('revoked', SINCE) }, ['token_revoked_at_id_idx']],
  ['tokens', tokens, { status: 'expired' }, ['token_expires_at_id_idx', 'token_idle_expires_at_id_idx']],
  ['tokens', tokens, { unused_since: SINCE }, ['token_last_used_at_id_idx']],
  ['tokens', tokens, { unused_since: SINCE, cursor: cursor('unused:since', SINCE) }, ['token_last_used_at_id_idx']],
  ['tokens', tokens, { q: 'person', cursor: cursor('q:name', 'person') }, ['token_name_key_id_idx']],
  ['tokens', tokens, { q: 'lkp_…abcd' }, ['token_secret_hint_idx', 'token_name_key_id_idx']],
  ['the trail', audit, { cursor: cursor('trail', SINCE) }, ['audit_event_occurred_at_idx']],
  ['the trail', audit, { since: SINCE, until: '2026-02-01T00:00:00Z' }, ['audit_event_occurred_at_idx']],
  ['the trail', audit, { actor: ID }, ['audit_event_actor_user_id_occurred_at_idx']],
  ['the trail', audit, { action: 'token.revoked' }, ['audit_event_action_occurred_at_idx']],
  ['the trail', audit, { target: ID }, ['audit_event_target_id_occurred_at_idx']],
]

const isPostgres = () => settings().databaseKind === 'postgresql'

/** A client in the place of the process's, of which each query is told. */
async function watching(note: (sql: string) => void) {
  const url = settings().databaseUrl
  const log = [{ emit: 'event', level: 'query' }] as const
  const client = isPostgres()
    ? new PostgresqlClient({ adapter: new PrismaPg({ connectionString: url }), log: [...log] })
    : new PrismaClient({ adapter: new SafeSqlite({ url }), log: [...log] })
  const watched = client as PrismaClient<'query'>
  watched.$on('query', ({ query }) => note(query))
  await watched.$connect()
  withSingleton('database', watched)
  onTestFinished(() => watched.$disconnect())
}

/** How the database would find the rows, with a million of them or three: the statistics of a small table count for nothing. */
async function planOf(sql: string): Promise<string> {
  if (!isPostgres()) {
    const connection = new Database(settings().databaseUrl.replace(/^file:/, ''), { readonly: true })
    const statement = connection.prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${sql}`)
    const rows = statement.all(...(sql.match(/\?/g) ?? []).map(() => null))
    connection.close()
    return rows.map(({ detail }) => detail).join('\n')
  }
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  await client.query(
    `SET plan_cache_mode = force_generic_plan; SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off; PREPARE asked AS ${sql}`,
  )
  const count = new Set(sql.match(/\$\d+/g)).size
  const values = count === 0 ? '' : `(${Array(count).fill('NULL').join()})`
  const { rows } = await client.query<Record<string, string>>(`EXPLAIN EXECUTE asked${values}`)
  await client.end()
  return rows.map((row) => row['QUERY PLAN']).join('\n')
}

const SQLITE_NAMES: Record<string, string> = {
  account_pkey: 'sqlite_autoindex_account_1',
  token_pkey: 'sqlite_autoindex_token_1',
}

beforeEach(newInstance)

describe('an index leads to the rows, in their order, of', () => {
  it.each(LISTS)('%s %# %o', async (_, handler, query, indexes) => {
    const { key } = await newAdmin()
    await newToken(await newAccount(), 'personal', { name: 'person' })
    const asked: string[] = []
    await watching((sql) => asked.push(sql))
    const { status, text } = await call(handler, { key, path: `/api/v1/test?${new URLSearchParams(query)}` })
    expect(status, text).toBe(200)
    // The tables that grow; what a page brings along is found by the ids of its rows.
    const lists = asked.filter(
      (sql) => /ORDER BY|hint/.test(sql) && /FROM .{0,20}[".`](account|token|token_secret|audit_event)[."`]/.test(sql),
    )
    const plans = await Promise.all(lists.map(planOf))
    for (const index of indexes) {
      const name = isPostgres() ? index : (SQLITE_NAMES[index] ?? index)
      expect(plans.join('\n---\n')).toContain(name)
    }
    for (const plan of plans) {
      // Rows of one instant are put in order by their ids.
      expect(plan).not.toMatch(/Seq Scan|SCAN `?\w+`?$|USE TEMP B-TREE FOR ORDER BY|(?<!Incremental )Sort /m)
    }
  })

  it('folded names on PostgreSQL whatever its locale: they are ordered by their bytes', async () => {
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
