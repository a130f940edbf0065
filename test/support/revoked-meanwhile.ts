import { expect } from 'vitest'
import pg from 'pg'
import { watchingLocks } from '@/test/support/lock-wait'

/**
 * Revokes tokens on a connection of its own (PostgreSQL) and commits once another one waits for their
 * rows: what looked for them before finds them revoked when it comes to change them.
 */
export async function revokedMeanwhile(ids: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('UPDATE token SET revoked_at = now() WHERE id = ANY($1)', [ids])
    const working = work()
    await watchingLocks((isWaiting) => expect.poll(isWaiting).toBe(true))
    await client.query('COMMIT')
    await working
  } finally {
    await client.end()
  }
}
