import { expect, it, onTestFinished } from 'vitest'
import { requirePostgres } from '@/lib/db/require-postgres'
import { startPgBouncer } from '@/test/support/pgbouncer'

const reasonFor = (url: string) =>
  requirePostgres(url, 'DATABASE_URL').then(
    () => null,
    (error: unknown) => (error as Error).message,
  )

it('PostgreSQL itself is accepted', async () => {
  expect(await reasonFor(process.env['TEST_POSTGRES_URL'] ?? '')).toBeNull()
})

it('PgBouncer in transaction mode is rejected in one line, also when it drops our settings in silence', async () => {
  const pooled = await startPgBouncer()
  onTestFinished(() => pooled.stop())
  for (const url of pooled.urls) {
    expect(await reasonFor(url)).toMatch(/^DATABASE_URL must lead to PostgreSQL itself, not to PgBouncer [^\n]*$/)
  }
})

it.each([
  ['postgresql://latchkey:secret@hunter2.invalid/latchkey', /host that is not known[^\n]*percent-encoded/],
  ['postgresql://latchkey:hunter2@127.0.0.1:1/latchkey', /no PostgreSQL answers \(ECONNREFUSED\)$/],
])('a database that cannot be reached is named by its setting alone: %s', async (url, reason) => {
  const message = await reasonFor(url)
  expect(message).toMatch(/^DATABASE_URL [^\n]*$/)
  expect(message).toMatch(reason)
  expect(message).not.toMatch(/hunter2|latchkey/)
})
