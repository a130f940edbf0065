import { expect, it, onTestFinished } from 'vitest'
import { requirePostgres } from '@/lib/db/require-postgres'
import { startPgBouncer } from '@/test/support/servers/pgbouncer'

const reasonFor = (url: string) =>
  requirePostgres(url, 'DATABASE_URL').then(
    () => null,
    (error: unknown) => (error as Error).message,
  )

it('accepts a direct connection to PostgreSQL', async () => {
  expect(await reasonFor(process.env['TEST_POSTGRES_URL'] ?? '')).toBeNull()
})

it('rejects PgBouncer in transaction mode in one line, even if it silently drops our settings', async () => {
  const pooled = await startPgBouncer()
  onTestFinished(() => pooled.stop())
  for (const url of pooled.urls) {
    expect(await reasonFor(url)).toMatch(/^DATABASE_URL must point to PostgreSQL itself, not to PgBouncer [^\n]*$/)
  }
})

it.each([
  ['postgresql://latchkey:secret@hunter2.invalid/latchkey', /unknown host[^\n]*percent-encoded/],
  ['postgresql://latchkey:hunter2@127.0.0.1:1/latchkey', /PostgreSQL does not respond \(ECONNREFUSED\)$/],
])('names an unreachable database only by its setting: %s', async (url, reason) => {
  const message = await reasonFor(url)
  expect(message).toMatch(/^DATABASE_URL [^\n]*$/)
  expect(message).toMatch(reason)
  expect(message).not.toMatch(/hunter2|latchkey/)
})
