import { expect, it, onTestFinished } from 'vitest'
import { postgresPool } from '@/lib/db/postgres-pool'
import { settings } from '@/lib/base/env'
import { startTcpProxy } from '@/test/support/servers/tcp-proxy'

/** Returns a pool that reaches the test database through a line that can be broken. */
async function poolBehindLine() {
  const url = new URL(settings().databaseUrl)
  const line = await startTcpProxy(url.hostname, Number(url.port))
  url.host = `127.0.0.1:${line.port}`
  const pool = postgresPool(url.href, () => undefined)
  onTestFinished(async () => {
    await pool.end()
    await line.close()
  })
  return { pool, line }
}

it('ends a statement and its rollback on a silent database before their own timeout', async () => {
  const { pool, line } = await poolBehindLine()
  const client = await pool.connect()
  await client.query('BEGIN')
  line.set('frozen')
  // pg's own timeout, after 5 s, would say `Query read timeout`.
  await expect(client.query('SELECT 1')).rejects.toThrow('Connection terminated')
  await expect(client.query('ROLLBACK')).rejects.toThrow(/terminated|not queryable/)
  client.release()
  line.set('open')
  expect((await pool.query('SELECT 1 AS one')).rows).toEqual([{ one: 1 }])
})

it('allows a slow statement while the database answers other connections', async () => {
  const { pool } = await poolBehindLine()
  await expect(pool.query('SELECT pg_sleep(2.5)')).resolves.toMatchObject({ rowCount: 1 })
})
