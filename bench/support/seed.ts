import Database from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import pg from 'pg'
import { hashPassword, type PasswordPlaintext } from '@/lib/base/passwords/password-hash'
import { migrate } from '@/lib/db/migrations/migrations'
import { digestOf, generateKey } from '@/lib/keys/token-key'

const PASSWORD = 'correct horse battery staple'

/** The accounts that sign in. Several, because the server compares at most ten passwords of one account at once. */
export const SIGNERS = Array.from({ length: 40 }, (_, index) => ({ username: `signer-${index}`, password: PASSWORD }))

const TOKENS_PER_ACCOUNT = 10
const CHUNK = 5000
// Higher than every token's number, so that ids never collide.
const FIRST_SIGNER = 2 ** 40
const MADE_AT = '2026-01-01T00:00:00.000+00:00'
const ENDS_AT = '2126-01-01T00:00:00.000+00:00'

const ACCOUNT = 'account (id, username, username_key, email, email_key, password_hash, created_at, updated_at)'
const TOKEN = 'token (id, user_id, kind, name, name_key, live_name_key, scopes, created_at, expires_at)'
const SECRET = 'token_secret (id, token_id, digest, hint, created_at)'

/** Returns an id in the form of a UUIDv7 that contains its number. */
const idOf = (number: number) => `01890a5d-ac96-774b-8000-${number.toString(16).padStart(12, '0')}`

type Row = (string | Uint8Array | null)[]

interface Inserter {
  insert(table: string, rows: Row[]): Promise<void>
  end(): Promise<void>
}

/**
 * Fills an empty database with `count` active tokens of many accounts, and writes their keys to `keyFile`, one per
 * line.
 */
export async function seed(url: string, count: number, keyFile: string): Promise<void> {
  await migrate(url)
  const inserter = url.startsWith('file:') ? sqliteInserter(url.slice(5)) : await postgresInserter(url)
  const hash = await hashPassword(PASSWORD as PasswordPlaintext, 12)
  const signers = SIGNERS.map(({ username }, index) => accountRow(FIRST_SIGNER + index, username, hash))
  await inserter.insert(ACCOUNT, signers)
  const keys: string[] = []
  for (let first = 0; first < count; first += CHUNK) {
    const numbers = Array.from({ length: Math.min(CHUNK, count - first) }, (_, index) => first + index)
    const made = numbers.map((number) => ({ number, key: generateKey('personal') }))
    const owners = numbers.filter((number) => number % TOKENS_PER_ACCOUNT === 0)
    await inserter.insert(
      ACCOUNT,
      owners.map((number) => accountRow(number + 1, `person-${number}`, null)),
    )
    await inserter.insert(
      TOKEN,
      numbers.map((number) => tokenRow(number)),
    )
    await inserter.insert(
      SECRET,
      made.map(({ number, key }) => [idOf(number), idOf(number), digestOf(key), 'lkp_…0000', MADE_AT]),
    )
    for (const { key } of made) keys.push(key)
  }
  await inserter.end()
  writeFileSync(keyFile, `${keys.join('\n')}\n`)
}

function accountRow(number: number, username: string, hash: string | null): Row {
  const email = `${username}@example.com`
  return [idOf(number), username, username, email, email, hash, MADE_AT, MADE_AT]
}

function tokenRow(number: number): Row {
  const owner = number - (number % TOKENS_PER_ACCOUNT) + 1
  const name = `token ${number}`
  return [idOf(number), idOf(owner), 'personal', name, name, name, 'read write', MADE_AT, ENDS_AT]
}

function sqliteInserter(file: string): Inserter {
  const database = new Database(file)
  database.pragma('synchronous = off')
  return {
    insert: async (table, rows) => {
      const marks = rows[0]?.map(() => '?').join(', ') ?? ''
      const statement = database.prepare(`INSERT INTO ${table} VALUES (${marks})`)
      database.transaction(() => rows.forEach((row) => statement.run(row)))()
    },
    end: async () => {
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
    },
  }
}

async function postgresInserter(url: string): Promise<Inserter> {
  const client = new pg.Client({ connectionString: url, options: '-c synchronous_commit=off -c TimeZone=UTC' })
  await client.connect()
  const types: Record<string, string> = {
    digest: 'bytea', kind: 'token_kind', created_at: 'timestamp', updated_at: 'timestamp', expires_at: 'timestamp',
  } // prettier-ignore
  return {
    insert: async (table, rows) => {
      const columns = /\((.+)\)/.exec(table)?.[1]?.split(', ') ?? []
      const arrays = columns.map((column, index) => `$${index + 1}::${types[column] ?? 'text'}[]`)
      const values = columns.map((_, index) => rows.map((row) => bytesOrText(row[index] ?? null)))
      await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${arrays.join(', ')})`, values)
    },
    end: async () => {
      await client.query('VACUUM ANALYZE')
      await client.end()
    },
  }
}

function bytesOrText(value: string | Uint8Array | null): string | Buffer | null {
  return value instanceof Uint8Array ? Buffer.from(value) : value
}
