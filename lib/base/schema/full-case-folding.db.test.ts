import Database from 'better-sqlite3'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { describe, expect, it } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { database } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { foldName } from '@/lib/base/schema/fold-name'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'

const kind = process.env['DATABASE_KIND'] === 'sqlite' ? 'sqlite' : 'postgresql'
const FILE = `prisma/migrations/${kind}/20261128140500_full_case_folding/migration.sql`

/** Returns the key that a name had before full case folding. */
const oldKey = (name: string) => name.normalize('NFKC').trim().toUpperCase().toLowerCase().normalize('NFKC')

async function migrateKeys(): Promise<void> {
  const { databaseUrl } = settings()
  const sql = readFileSync(FILE, 'utf8')
  if (kind === 'sqlite') {
    const file = new Database(databaseUrl.replace('file:', ''))
    file.exec(sql)
    file.close()
    return
  }
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(sql)
  await client.end()
}

async function accountOfOld(username: string) {
  const account = await newAccount({ username })
  const usernameKey = oldKey(username)
  await database().user.update({ where: { id: account.id }, data: { usernameKey } })
  await database().usernameClaim.update({ where: { usernameKey: foldName(username) }, data: { usernameKey } })
  return account
}

const signIn = async (username: string) => (await call(login, { body: { username, password: PASSWORD } })).json.user?.id

describe('names stored before full case folding', () => {
  it('are found in every spelling after the migration, and stay claimed', async () => {
    const [nikos, strass] = [await accountOfOld('Νίκος'), await accountOfOld('Straẞe')]
    await migrateKeys()
    for (const username of ['Νίκος', 'ΝΊΚΟΣ', 'νίκοσ']) expect(await signIn(username), username).toBe(nikos.id)
    for (const username of ['Straẞe', 'straße', 'STRASSE']) expect(await signIn(username), username).toBe(strass.id)
    const claims = (await database().usernameClaim.findMany()).map(({ usernameKey }) => usernameKey)
    expect(claims.toSorted()).toEqual(['Νίκος', 'Straẞe'].map(foldName).toSorted())
  })

  it('keep their old key if two of them would become one', async () => {
    const { id } = await accountOfOld('Straẞe')
    await newAccount({ username: 'strasse' })
    await migrateKeys()
    const kept = await database().user.findUniqueOrThrow({ where: { id } })
    expect(kept.usernameKey).toBe('straße')
  })

  it('of tokens get the new key as well', async () => {
    const account = await newAccount()
    const { id } = await newToken(account, 'personal', { name: 'ΟΔΟΣ' })
    const key = oldKey('ΟΔΟΣ')
    await database().token.update({ where: { id }, data: { nameKey: key, liveNameKey: key } })
    await migrateKeys()
    const token = await database().token.findUniqueOrThrow({ where: { id } })
    expect([token.nameKey, token.liveNameKey]).toEqual([foldName('οδος'), foldName('οδος')])
  })
})
