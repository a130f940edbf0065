import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { expect, it, onTestFinished } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { DELETE as revoke } from '@/app/api/v1/auth/tokens/[id]/route'
import { POST as createToken } from '@/app/api/v1/auth/tokens/route'
import { database } from '@/lib/db/client'
import { limitsPool } from '@/lib/db/limits-pool'
import { migrate } from '@/lib/db/migrations/migrations'
import { keepHouse } from '@/lib/process/housekeeping/keep-house'
import { prepareDatabase } from '@/lib/process/prepare-database'
import { examineDatabase } from '@/lib/domain/service/examine-database'
import { noteUse } from '@/lib/keys/note-use'
import { writeUses } from '@/lib/domain/usage/write-uses'
import { call } from '@/test/support/requests/api'
import { newAccount, PASSWORD } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { createScratchDatabase } from '@/test/support/database/postgres'
import { withDatabaseAt } from '@/test/support/database/with-database-at'

/** The SQL in docs/operations.md that creates the roles, and the SQL for after the first migration. */
const [MAKE_ROLES = '', NARROW = ''] = [
  ...readFileSync('docs/operations.md', 'utf8').matchAll(/^```sql\n([^]*?)^```/gm),
].map(([, sql = '']) => sql)

async function run(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

/**
 * Creates an empty database with the two roles as the document creates them. Roles belong to the whole PostgreSQL
 * server, so these have unique names.
 */
async function databaseWithRoles() {
  const scratch = await createScratchDatabase()
  const mark = randomUUID().slice(0, 8)
  const renamed = (sql: string) => sql.replaceAll(/latchkey_(owner|app)/g, `latchkey_test_$1_${mark}`)
  onTestFinished(async () => {
    await scratch.drop()
    await run(process.env['TEST_POSTGRES_URL'] ?? '', renamed('DROP ROLE latchkey_owner; DROP ROLE latchkey_app'))
  })
  await run(scratch.url, renamed(MAKE_ROLES))
  const urlOf = (role: string, password: string) => {
    const url = new URL(scratch.url)
    Object.assign(url, { username: renamed(role), password })
    return url.href
  }
  const owner = urlOf('latchkey_owner', 'one-password')
  return { owner, app: urlOf('latchkey_app', 'another-password'), narrow: () => run(owner, renamed(NARROW)) }
}

it('the server works in full with a role that can change neither the schema nor the audit log', async () => {
  const { owner, app, narrow } = await databaseWithRoles()
  await expect(migrate(app)).rejects.toThrow(/^[^\n]*MIGRATE_DATABASE_URL[^\n]*$/)
  await migrate(owner)
  await narrow()
  withDatabaseAt({ DATABASE_URL: app, MIGRATE_DATABASE_URL: owner })
  onTestFinished(() => limitsPool().end())
  expect(await prepareDatabase()).toEqual([])

  const account = await newAccount({ username: 'maya' })
  const device = await call(login, { body: { username: 'maya', password: PASSWORD } })
  expect(device.status).toBe(200)
  const key: string = device.json.key
  const token = await call(createToken, { key, body: { name: 'ci' } })
  expect(token.status).toBe(201)
  expect((await call(verify, { key: token.json.key })).status).toBe(200)
  noteUse({ secretId: randomUUID(), validUntil: null, tokenId: token.json.id, idleSeconds: null }, Date.now(), null)
  await writeUses(true)
  expect((await call(revoke, { method: 'DELETE', key, params: { id: token.json.id } })).status).toBe(204)
  expect((await call(verify, { key: token.json.key })).json.code).toBe('token_revoked')
  expect(await keepHouse()).not.toBeNull()
  expect(await database().auditEvent.count({ where: { userId: account.id } })).toBe(3)
  expect((await examineDatabase(() => undefined)).find(({ check }) => check === 'role')).toMatchObject({
    state: 'good',
  })

  for (const sql of [
    'DROP TABLE token',
    'CREATE TABLE more (id int)',
    'ALTER TABLE account ADD more int',
    "UPDATE audit_event SET action = ''",
    'DELETE FROM audit_event',
    'TRUNCATE audit_event',
    'DELETE FROM _prisma_migrations',
    'CREATE ROLE another',
    'CREATE DATABASE another',
  ]) {
    await expect(run(app, sql), sql).rejects.toMatchObject({ code: '42501' })
  }
}, 60_000)
