import { expect } from 'vitest'
import pg from 'pg'

const WAITING = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"

/**
 * Revokes tokens on a connection of its own (PostgreSQL) and commits once somebody waits for their
 * rows: whoever looked for them before finds them revoked when it comes to change them.
 */
export async function revokedMeanwhile(ids: readonly string[], work: () => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: process.env['DATABASE_URL'] })
  await client.connect()
  try {
    await client.query('BEGIN')
    await client.query('UPDATE token SET revoked_at = now() WHERE id = ANY($1)', [ids])
    const working = work()
    await expect.poll(async () => (await client.query(WAITING)).rowCount).toBe(1)
    await client.query('COMMIT')
    await working
  } finally {
    await client.end()
  }
}
