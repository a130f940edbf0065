import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { prepareDatabase } from '@/lib/process/prepare-database'
import { invalidateOlder } from '@/lib/domain/tokens/revocation/invalidate-older'
import { findPostgres } from '@/scripts/test/postgres-server.mjs'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { createScratchDatabase } from '@/test/support/database/postgres'
import { withDatabaseAt } from '@/test/support/database/with-database-at'

const codesOf = async (keys: readonly string[]) =>
  Promise.all(keys.map(async (key) => (await call(verify, { key })).json.code ?? 'live'))

function run(program: string, ...args: string[]): void {
  execFileSync(path.join(findPostgres() ?? '', program), args, { stdio: ['ignore', 'ignore', 'pipe'] })
}

it('a dump restored elsewhere keeps each token live or revoked, and one command revokes all older tokens', async () => {
  await newInstance()
  const account = await newAccount()
  const live = await newToken(account, 'personal')
  const device = await newToken(account, 'device')
  const dead = await newToken(account, 'personal')
  const revokedLater = await newToken(account, 'personal')
  const revoke = (id: string) => database().token.update({ where: { id }, data: { revokedAt: now() } })
  await revoke(dead.id)
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'latchkey-dump-')), 'dump')
  onTestFinished(() => rmSync(path.dirname(file), { recursive: true }))
  const takenAt = now()
  run('pg_dump', '--format=custom', `--file=${file}`, settings().databaseUrl)
  await revoke(revokedLater.id)

  const { url, drop } = await createScratchDatabase()
  onTestFinished(drop)
  run('pg_restore', '--exit-on-error', `--dbname=${url}`, file)
  withDatabaseAt({ DATABASE_URL: url, MIGRATE_DATABASE_URL: url })
  expect(await prepareDatabase()).toEqual([])
  const keys = [live.key, device.key, dead.key, revokedLater.key]
  expect(await codesOf(keys)).toEqual(['live', 'live', 'token_revoked', 'live'])
  expect(await invalidateOlder(takenAt, () => undefined)).toMatchObject({ tokens: 3 })
  expect(await codesOf(keys)).toEqual(Array<string>(4).fill('token_revoked'))
})
