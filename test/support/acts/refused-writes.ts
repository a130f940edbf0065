import Database from 'better-sqlite3'
import pg from 'pg'
import { afterAll } from 'vitest'
import { settings } from '@/lib/base/env'

/** What the database rejects: a change on commit, or an audit row on insert. */
export type Refusal = 'change' | 'row'

// Counters of failed sign-ins are in the account row too, but they are not audited.
const CHANGES = {
  account: [
    'username',
    'email',
    'email_verified_at',
    'first_name',
    'last_name',
    'password_hash',
    'is_admin',
    'is_active',
    'session_policy',
    'checklist_dismissed_at',
  ],
  instance: ['setup_completed_at', 'email_tested_at', 'backed_up_at'],
  token: [],
  token_secret: [],
  one_time_code: [],
  device_request: ['state'],
  identity: ['user_id'],
  signing_key: [],
} as const

const changes = Object.entries(CHANGES).map(([table, columns]) => ({
  table,
  events: ['INSERT', 'DELETE', columns.length === 0 ? 'UPDATE' : `UPDATE OF ${columns.join(', ')}`],
}))

// A SQLite trigger handles only one event.
const sqliteTriggers = changes.flatMap(({ table, events }) =>
  events.map((event, index) => ({ name: `refuse_${table}_${index}`, on: `${event} ON ${table}` })),
)

const SQLITE = {
  change: [
    'CREATE TABLE refusal (id INTEGER PRIMARY KEY, owed INTEGER REFERENCES refusal DEFERRABLE INITIALLY DEFERRED)',
    ...sqliteTriggers.map(
      ({ name, on }) => `CREATE TRIGGER ${name} AFTER ${on} BEGIN INSERT INTO refusal (owed) VALUES (-1); END`,
    ),
  ],
  row: [`CREATE TRIGGER refuse_row BEFORE INSERT ON audit_event BEGIN SELECT RAISE(ABORT, 'refused'); END`],
  nothing: [
    ...['refuse_row', ...sqliteTriggers.map(({ name }) => name)].map((name) => `DROP TRIGGER IF EXISTS ${name}`),
    'DROP TABLE IF EXISTS refusal',
  ],
}

const refuse = `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$`
const eachRow = 'FOR EACH ROW EXECUTE FUNCTION refuse()'

const POSTGRESQL = {
  change: [
    refuse,
    ...changes.map(
      ({ table, events }) =>
        `CREATE CONSTRAINT TRIGGER refuse_change AFTER ${events.join(' OR ')} ON ${table} DEFERRABLE INITIALLY DEFERRED ${eachRow}`,
    ),
  ],
  row: [refuse, `CREATE TRIGGER refuse_row BEFORE INSERT ON audit_event ${eachRow}`],
  nothing: ['DROP FUNCTION IF EXISTS refuse() CASCADE'],
}

let connection: ReturnType<typeof connect> | undefined
afterAll(async () => (await connection)?.close())

/** Runs `work` while the database rejects the given kind of write. */
export async function whileRefused<T>(refusal: Refusal, work: () => Promise<T>): Promise<T> {
  const { databaseUrl } = settings()
  const script = databaseUrl.startsWith('file:') ? SQLITE : POSTGRESQL
  const { run } = await (connection ??= connect(databaseUrl))
  try {
    await run(script[refusal].join(';'))
    return await work()
  } finally {
    await run(script.nothing.join(';'))
  }
}

async function connect(url: string) {
  if (url.startsWith('file:')) {
    const file = new Database(url.replace('file:', ''))
    file.pragma('synchronous = off')
    return { run: async (sql: string) => file.exec(sql), close: async () => file.close() }
  }
  const client = new pg.Client({ connectionString: url, options: '-c lock_timeout=60s -c synchronous_commit=off' })
  await client.connect()
  return { run: async (sql: string) => client.query(sql), close: async () => client.end() }
}
