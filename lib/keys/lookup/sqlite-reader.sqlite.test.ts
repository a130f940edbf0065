import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { settings } from '@/lib/base/env'
import { parseSecretRow } from '@/lib/keys/lookup/secret-row'
import type { SecretReader } from '@/lib/keys/lookup/secret-reader'
import { sqliteReader } from '@/lib/keys/lookup/sqlite-reader'
import { digestTextOf, generateKey, type TokenSecret } from '@/lib/keys/token-key'
import { newAccount, newToken } from '@/test/support/factories'

const file = () => settings().databaseUrl.replace('file:', '')

/** Returns what a reader finds for a key. */
async function read({ find }: SecretReader, key: string) {
  const text = await new Promise<string | null>((resolve, reject) => {
    find(digestTextOf(key as TokenSecret), (error, found) => {
      if (error === null) resolve(found)
      else reject(new Error('failed', { cause: error }))
    })
  })
  return text === null ? null : parseSecretRow(text)
}

/** Changes the same file from another process. */
function runElsewhere(sql: string) {
  const script = `const db = require('better-sqlite3')(process.argv[1]); db.exec(process.argv[2])`
  execFileSync(process.execPath, ['-e', script, file(), sql])
}

describe.each([
  ['without a cache', false],
  ['with a cache', true],
])('reading SQLite %s', (_, keeps) => {
  it('finds a secret with its token and owner, and nothing for an unknown key', async () => {
    const account = await newAccount({ isAdmin: true })
    const { id, key } = await newToken(account, 'personal', { name: 'ci "deploy"', scopes: ['read', 'admin'] })
    const reader = sqliteReader(file(), keeps)
    expect(await read(reader, key)).toMatchObject({
      tokenId: id, tokenName: 'ci "deploy"', kind: 'personal', scopes: 'read admin', validUntil: null, revokedAt: null,
      userId: account.id, email: account.email, emailVerified: false, isAdmin: true, isActive: true,
    }) // prettier-ignore
    expect(await read(reader, generateKey('personal'))).toBeNull()
    await reader.close()
  })

  it('sees a change by this or another process on the next lookup', async () => {
    const account = await newAccount()
    const { id, key } = await newToken(account, 'personal')
    const reader = sqliteReader(file(), keeps)
    for (let round = 0; round < 50; round += 1) {
      await database().token.update({ where: { id }, data: { name: `name ${round}` } })
      expect((await read(reader, key))?.tokenName).toBe(`name ${round}`)
      expect((await read(reader, key))?.tokenName).toBe(`name ${round}`)
    }
    runElsewhere(`UPDATE token SET name = 'from elsewhere' WHERE id = '${id}'`)
    expect((await read(reader, key))?.tokenName).toBe('from elsewhere')
    runElsewhere(`UPDATE account SET is_active = 0`)
    expect((await read(reader, key))?.isActive).toBe(false)
    runElsewhere(`DELETE FROM token_secret`)
    expect(await read(reader, key)).toBeNull()
    await reader.close()
  })

  it('reads what was committed before an open transaction, without waiting for it', async () => {
    const { id, key } = await newToken(await newAccount(), 'personal', { name: 'before' })
    const reader = sqliteReader(file(), keeps)
    await database().$transaction(async (tx) => {
      await tx.token.update({ where: { id }, data: { name: 'after' } })
      expect((await read(reader, key))?.tokenName).toBe('before')
    })
    expect((await read(reader, key))?.tokenName).toBe('after')
    await reader.close()
  })

  it('never reads a change that is rolled back', async () => {
    const { id, key } = await newToken(await newAccount(), 'personal', { name: 'before' })
    const reader = sqliteReader(file(), keeps)
    expect((await read(reader, key))?.tokenName).toBe('before')
    const failing = database().$transaction(async (tx) => {
      await tx.token.update({ where: { id }, data: { name: 'after' } })
      expect((await read(reader, key))?.tokenName).toBe('before')
      throw new Error('taken back')
    })
    await expect(failing).rejects.toThrow('taken back')
    expect((await read(reader, key))?.tokenName).toBe('before')
    await reader.close()
  })

  it('keeps reading while the writing connection of this process is closed, and after another one opens', async () => {
    const { id, key } = await newToken(await newAccount(), 'personal', { name: 'before' })
    const reader = sqliteReader(file(), keeps)
    expect((await read(reader, key))?.tokenName).toBe('before')
    await database().$disconnect()
    runElsewhere(`UPDATE token SET name = 'closed' WHERE id = '${id}'`)
    expect((await read(reader, key))?.tokenName).toBe('closed')
    await database().token.update({ where: { id }, data: { name: 'anew' } })
    expect((await read(reader, key))?.tokenName).toBe('anew')
    await reader.close()
  })

  it('answers the lookups of one turn with what was committed by its end, each with its own row', async () => {
    const account = await newAccount()
    const tokens = [await newToken(account, 'personal'), await newToken(account, 'personal')]
    const reader = sqliteReader(file(), keeps)
    const keys = [...tokens.map(({ key }) => key), generateKey('personal'), ...tokens.map(({ key }) => key)]
    for (const name of ['first', 'second']) {
      const asked = keys.map((key) => read(reader, key))
      runElsewhere(`UPDATE token SET name = '${name}'`)
      const found = (await Promise.all(asked)).map((row) => row && [row.tokenId, row.tokenName])
      const [one, other] = tokens.map(({ id }) => [id, name])
      expect(found).toEqual([one, other, null, one, other])
    }
    await reader.close()
  })

  it('answers any number of lookups in one turn, each with its own row', async () => {
    const account = await newAccount()
    const tokens = [await newToken(account, 'personal'), await newToken(account, 'personal')]
    const reader = sqliteReader(file(), keeps)
    const asked = Array.from({ length: 150 }, (_, index) => tokens[index % 3])
    const found = await Promise.all(asked.map((token) => read(reader, token?.key ?? generateKey('personal'))))
    expect(found.map((row) => row?.tokenId)).toEqual(asked.map((token) => token?.id))
    await reader.close()
  })

  it('fails every waiting lookup once it is closed', async () => {
    const reader = sqliteReader(file(), keeps)
    const asked = [read(reader, generateKey('personal')), read(reader, generateKey('device'))]
    await reader.close()
    for (const one of await Promise.allSettled(asked)) expect(one.status).toBe('rejected')
  })
})
