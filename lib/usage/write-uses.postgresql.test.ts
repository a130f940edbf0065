import pg from 'pg'
import { afterEach, describe, it, vi } from 'vitest'
import { settings } from '@/lib/env'
import { expectUsesToSurvive } from '@/test/support/uses-survive'

afterEach(() => vi.useRealTimers())

const newClient = async () => {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  return client
}

/** Has the next sessions of everybody else begin read-only, or not, and ends those that there are. */
async function makeReadOnly(isReadOnly: boolean): Promise<void> {
  const client = await newClient()
  const database = new URL(settings().databaseUrl).pathname.slice(1)
  await client.query('SET default_transaction_read_only = off')
  await client.query(`ALTER DATABASE ${database} SET default_transaction_read_only = ${isReadOnly ? 'on' : 'off'}`)
  await client.query(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
     WHERE datname = $1 AND pid <> pg_backend_pid() AND application_name <> 'tests'`,
    [database],
  )
  await client.end()
}

describe('on PostgreSQL uses survive', () => {
  it('that somebody holds the row of one token', async () => {
    const client = await newClient()
    await expectUsesToSurvive({
      begin: async ([first]) => {
        await client.query('BEGIN')
        await client.query('SELECT 1 FROM token WHERE id = $1 FOR UPDATE', [first])
      },
      end: async () => client.end(),
    })
  })

  it('that the database can only be read', async () => {
    await expectUsesToSurvive({ begin: async () => makeReadOnly(true), end: async () => makeReadOnly(false) })
  })
})
