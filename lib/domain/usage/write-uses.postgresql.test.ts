import pg from 'pg'
import { afterEach, describe, it, vi } from 'vitest'
import { settings } from '@/lib/base/env'
import { makeReadOnly } from '@/test/support/database/make-read-only'
import { expectUsesToSurvive } from '@/test/support/database/uses-survive'

afterEach(() => vi.useRealTimers())

const newClient = async () => {
  const client = new pg.Client({ connectionString: settings().databaseUrl })
  await client.connect()
  return client
}

describe('on PostgreSQL uses survive', () => {
  it('a lock on the row of one token', async () => {
    const client = await newClient()
    await expectUsesToSurvive({
      begin: async ([first]) => {
        await client.query('BEGIN')
        await client.query('SELECT 1 FROM token WHERE id = $1 FOR UPDATE', [first])
      },
      end: async () => client.end(),
    })
  })

  it('a read-only database', async () => {
    await expectUsesToSurvive({ begin: async () => makeReadOnly(true), end: async () => makeReadOnly(false) })
  })
})
