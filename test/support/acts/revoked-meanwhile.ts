import { expect } from 'vitest'
import pg from 'pg'
import { watchingLocks } from '@/test/support/database/lock-wait'

/**
 * Revokes tokens on a separate PostgreSQL connection and commits once `work` waits for their rows. Code that found the
 * tokens live then finds them revoked when it changes them.
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
