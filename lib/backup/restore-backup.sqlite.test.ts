import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { createBackup } from '@/lib/backup/create-backup'
import { restoreBackup } from '@/lib/backup/restore-backup'
import { now } from '@/lib/clock'
import { database } from '@/lib/db/client'
import { prepareDatabase } from '@/lib/process/prepare-database'
import { invalidateOlder } from '@/lib/tokens/invalidate-older'
import { call } from '@/test/support/api'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/gate-route'
import { withDatabaseAt } from '@/test/support/with-database-at'
import { withSettings } from '@/test/support/with-settings'

const nothing = () => undefined

let scratch: string

beforeEach(async () => {
  scratch = mkdtempSync(path.join(tmpdir(), 'latchkey-backup-'))
  onTestFinished(() => rmSync(scratch, { recursive: true, force: true }))
  await newInstance()
})

const place = (name: string) => path.join(scratch, name)
const revoke = (id: string) => database().token.update({ where: { id }, data: { revokedAt: now() } })
const codesOf = async (keys: readonly string[]) =>
  Promise.all(keys.map(async (key) => (await call(verify, { key })).json.code ?? 'live'))

describe('a backup', () => {
  it('restored elsewhere: live tokens live, revoked ones stay dead, and those revoked since end by one command', async () => {
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
    expect(await restoreBackup(place('backup'), false)).toMatchObject({ putAside: null })
    await prepareDatabase()
    expect(await codesOf(keys)).toEqual(['live', 'live', 'token_revoked', 'live'])
    const newer = await newToken(account, 'personal')
    expect(await invalidateOlder(new Date(taken_at), nothing)).toMatchObject({ tokens: 3 })
    expect(await codesOf([...keys, newer.key])).toEqual([...Array<string>(4).fill('token_revoked'), 'live'])
  })

  it('is one instant of a database that is written meanwhile, and is whole or not there', async () => {
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
    await expect(createBackup(place('backup'), nothing)).rejects.toThrow('exists already')
    withSettings({ DATABASE_URL: `file:${place('absent.db')}` })
    await expect(createBackup(place('second'), nothing)).rejects.toThrow()
    expect(readdirSync(scratch)).toEqual(['backup'])
  })
})

describe('a restore changes nothing when', () => {
  beforeEach(async () => {
    await createBackup(place('backup'), nothing)
  })

  const refusal = async (why: string | RegExp, isReplacing = false) => {
    await expect(restoreBackup(place('backup'), isReplacing)).rejects.toThrow(why)
    expect(readdirSync(scratch).filter((name) => !['backup', 'other'].includes(name))).toEqual([])
  }
  const elsewhere = () => withSettings({ DATA_DIR: place('elsewhere'), DATABASE_URL: `file:${place('other/db')}` })

  it.each([
    ['its manifest is missing', () => rmSync(place('backup/backup.json')), 'is no backup'],
    ['its secret is missing', () => rmSync(place('backup/secret')), 'holds no secret'],
    ['its secret is another', () => writeFileSync(place('backup/secret'), 'x'.repeat(40)), 'not the secret'],
    ['its database was changed', () => appendFileSync(place('backup/latchkey.db'), ' '), 'not what was written'],
  ])('%s', async (_, damage, why) => {
    damage()
    withSettings({ DATA_DIR: place('other'), DATABASE_URL: `file:${place('other/db')}` })
    await refusal(why)
    expect(existsSync(place('other/db'))).toBe(false)
  })

  it('there is a database, unless it may be put aside; and never while one is in use', async () => {
    await refusal('exists already')
    await refusal('is in use', true)
    elsewhere()
    await restoreBackup(place('backup'), false)
    const first = readFileSync(place('other/db'))
    const { putAside } = await restoreBackup(place('backup'), true)
    expect(readFileSync(putAside ?? '').equals(first)).toBe(true)
  })
})
