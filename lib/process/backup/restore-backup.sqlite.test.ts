import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createBackup } from '@/lib/process/backup/create-backup'
import { restoreBackup } from '@/lib/process/backup/restore-backup'
import { now } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { prepareDatabase } from '@/lib/process/prepare-database'
import { invalidateOlder } from '@/lib/domain/tokens/revocation/invalidate-older'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { withDatabaseAt } from '@/test/support/database/with-database-at'
import { withSettings } from '@/test/support/with-settings'

const nothing = () => undefined

let scratch: string

beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-backup-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  await newInstance()
})

/** Has another process write to a database's write-ahead log, and kills it: what it wrote exists only there. */
async function killWriter(file: string, sql: string): Promise<void> {
  const script = `
    const database = new (require('better-sqlite3'))(process.argv[1])
    database.pragma('journal_mode = WAL')
    database.exec(process.argv[2])
    console.log('written')
    setInterval(() => {}, 1000)`
  const writer = spawn(process.execPath, ['-e', script, file, sql], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(writer.stdout, 'data')
  writer.kill('SIGKILL')
  await once(writer, 'exit')
}

const place = (name: string) => path.join(scratch, name)
const revoke = (id: string) => database().token.update({ where: { id }, data: { revokedAt: now() } })
const codesOf = async (keys: readonly string[]) =>
  Promise.all(keys.map(async (key) => (await call(verify, { key })).json.code ?? 'live'))

describe('a backup', () => {
  it('keeps each token live or revoked when restored elsewhere, and one command revokes all older tokens', async () => {
    const account = await newAccount()
    const live = await newToken(account, 'personal')
    const device = await newToken(account, 'device')
    const dead = await newToken(account, 'personal')
    const revokedLater = await newToken(account, 'personal')
    await revoke(dead.id)
    const { taken_at } = await createBackup(place('backup'), nothing)
    await revoke(revokedLater.id)
    const keys = [live.key, device.key, dead.key, revokedLater.key]

    withDatabaseAt({ DATA_DIR: place('elsewhere') })
    expect(await restoreBackup(place('backup'), false, nothing)).toMatchObject({ putAside: null })
    await prepareDatabase()
    expect(await codesOf(keys)).toEqual(['live', 'live', 'token_revoked', 'live'])
    const newer = await newToken(account, 'personal')
    expect(await invalidateOlder(new Date(taken_at), nothing)).toMatchObject({ tokens: 3 })
    expect(await codesOf([...keys, newer.key])).toEqual([...Array<string>(4).fill('token_revoked'), 'live'])
  })

  it('captures one instant of a database that is being written, and is either complete or absent', async () => {
    const account = await newAccount()
    const shares: number[] = []
    const [backup] = await Promise.all([
      createBackup(place('backup'), (share) => shares.push(share)),
      ...Array.from({ length: 50 }, () => newToken(account, 'personal')),
    ])
    expect(statSync(place('backup/latchkey.db')).size).toBe(backup.database_bytes)
    for (const file of ['.', 'latchkey.db', 'secret', 'backup.json']) {
      expect(statSync(place(`backup/${file}`)).mode & 0o077).toBe(0)
    }
    await expect(createBackup(place('backup'), nothing)).rejects.toThrow('already exists')
    withSettings({ DATABASE_URL: `file:${place('absent.db')}` })
    await expect(createBackup(place('second'), nothing)).rejects.toThrow()
    expect(readdirSync(scratch)).toEqual(['backup'])
  })
})

it('rejects a backup if the instance secret does not belong to the database', async () => {
  await database().instance.updateMany({ data: { secretFingerprint: new Uint8Array(32) } })
  await expect(createBackup(place('backup'), nothing)).rejects.toThrow('does not match the database')
  expect(readdirSync(scratch)).toEqual([])
})

describe('a restore over an existing database', () => {
  const target = () => place('elsewhere/latchkey.db')
  const usernames = (file: string) => {
    const connection = new Database(file, { readonly: true })
    onTestFinished(() => void connection.close())
    return connection.prepare('SELECT username FROM account').pluck().all()
  }

  beforeEach(async () => {
    await newAccount({ username: 'maya' })
    await createBackup(place('backup'), nothing)
    withDatabaseAt({ DATA_DIR: place('elsewhere') })
    await restoreBackup(place('backup'), false, nothing)
    await killWriter(target(), "UPDATE account SET username = 'written-later'")
    expect(statSync(`${target()}-wal`).size).toBeGreaterThan(0)
  })

  it('ignores the write-ahead log of a killed process whose database file is gone', async () => {
    rmSync(target())
    expect(await restoreBackup(place('backup'), false, nothing)).toMatchObject({ putAside: null })
    expect(usernames(target())).toEqual(['maya'])
  })

  it('keeps the previous database complete, with the write-ahead log beside its file', async () => {
    const { putAside } = await restoreBackup(place('backup'), true, nothing)
    expect([usernames(target()), usernames(putAside ?? '')]).toEqual([['maya'], ['written-later']])
  })

  it.each<[string, (file: string) => void]>([
    ['is not a database', (file) => writeFileSync(file, 'x'.repeat(8192))],
    ['is malformed', (file) => writeFileSync(file, readFileSync(file).fill('x', 100, 4096))],
    ['was cut off', (file) => truncateSync(file, 4096)],
  ])('puts aside a file that %s', async (_, damage) => {
    for (const beside of ['-wal', '-shm']) rmSync(target() + beside)
    damage(target())
    const damaged = readFileSync(target())
    const { putAside } = await restoreBackup(place('backup'), true, nothing)
    expect(usernames(target())).toEqual(['maya'])
    expect(readFileSync(putAside ?? '').equals(damaged)).toBe(true)
  })

  it('that is interrupted leaves the previous database in place', async () => {
    withSettings({ LATCHKEY_SECRET: '' })
    mkdirSync(place('elsewhere/secret.draft'))
    await expect(restoreBackup(place('backup'), true, nothing)).rejects.toThrow('EISDIR')
    expect(usernames(target())).toEqual(['written-later'])
  })
})

describe('a restore changes nothing when', () => {
  beforeEach(async () => {
    await createBackup(place('backup'), nothing)
  })

  const refusal = async (why: string | RegExp, isReplacing = false) => {
    await expect(restoreBackup(place('backup'), isReplacing, nothing)).rejects.toThrow(why)
    expect(readdirSync(scratch).filter((name) => !['backup', 'other'].includes(name))).toEqual([])
  }
  const elsewhere = () => withSettings({ DATA_DIR: place('elsewhere'), DATABASE_URL: `file:${place('other/db')}` })

  it.each([
    ['its manifest is missing', () => rmSync(place('backup/backup.json')), 'is not a Latchkey backup'],
    ['its secret is missing', () => rmSync(place('backup/secret')), 'contains no secret'],
    [
      'its secret is a different one',
      () => writeFileSync(place('backup/secret'), 'x'.repeat(40)),
      'does not match the secret',
    ],
    ['its database was changed', () => appendFileSync(place('backup/latchkey.db'), ' '), 'checksum does not match'],
  ])('%s', async (_, damage, why) => {
    damage()
    withSettings({ DATA_DIR: place('other'), DATABASE_URL: `file:${place('other/db')}` })
    await refusal(why)
    expect(existsSync(place('other/db'))).toBe(false)
  })

  it('a database exists, unless it may be replaced, and always while one is in use', async () => {
    await refusal('already exists')
    await refusal('is in use', true)
    elsewhere()
    await restoreBackup(place('backup'), false, nothing)
    const first = readFileSync(place('other/db'))
    const { putAside } = await restoreBackup(place('backup'), true, nothing)
    expect(readFileSync(putAside ?? '').equals(first)).toBe(true)
  })
})
