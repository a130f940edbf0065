import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import { settings } from '@/lib/env'
import { parseSecretRow } from '@/lib/gate/secret-row'
import type { SecretReader } from '@/lib/gate/secret-reader'
import { sqliteReader } from '@/lib/gate/sqlite-reader'
import { digestTextOf, generateKey, type TokenSecret } from '@/lib/tokens/token-key'
import { newAccount, newToken } from '@/test/support/factories'

const file = () => settings().databaseUrl.replace('file:', '')

/** What a reader finds, which is there when the call returns. */
function read({ find }: SecretReader, key: string) {
  let found: string | null | undefined
  find(digestTextOf(key as TokenSecret), (error, text) => {
    if (error !== null) throw error as Error
    found = text
  })
  if (found === undefined) throw new Error('The reader has not answered')
  return found === null ? null : parseSecretRow(found)
}

/** Changes the same file from another process. */
function runElsewhere(sql: string) {
  const script = `const db = require('better-sqlite3')(process.argv[1]); db.exec(process.argv[2])`
  execFileSync(process.execPath, ['-e', script, file(), sql])
}

describe.each([
  ['without a memory', false],
  ['with a memory', true],
])('reading SQLite %s', (_, keeps) => {
  it('finds a secret with its token and owner, and nothing where there is none', async () => {
    const account = await newAccount({ isAdmin: true })
    const { id, key } = await newToken(account, 'personal', { name: 'ci "deploy"', scopes: ['read', 'admin'] })
    const reader = sqliteReader(file(), keeps)
    expect(read(reader, key)).toMatchObject({
      tokenId: id, tokenName: 'ci "deploy"', kind: 'personal', scopes: 'read admin', validUntil: null, revokedAt: null,
      userId: account.id, email: account.email, emailVerified: false, isAdmin: true, isActive: true,
    }) // prettier-ignore
    expect(read(reader, generateKey('personal'))).toBeNull()
    await reader.close()
  })

  it('sees what this process or another has changed, at the next look', async () => {
    const account = await newAccount()
    const { id, key } = await newToken(account, 'personal')
    const reader = sqliteReader(file(), keeps)
    for (let round = 0; round < 50; round += 1) {
      await database().token.update({ where: { id }, data: { name: `name ${round}` } })
      expect(read(reader, key)?.tokenName).toBe(`name ${round}`)
      expect(read(reader, key)?.tokenName).toBe(`name ${round}`)
    }
    runElsewhere(`UPDATE token SET name = 'from elsewhere' WHERE id = '${id}'`)
    expect(read(reader, key)?.tokenName).toBe('from elsewhere')
    runElsewhere(`UPDATE account SET is_active = 0`)
    expect(read(reader, key)?.isActive).toBe(false)
    runElsewhere(`DELETE FROM token_secret`)
    expect(read(reader, key)).toBeNull()
    await reader.close()
  })

  it('reads what was committed before a transaction that is open, and does not wait for it', async () => {
    const { id, key } = await newToken(await newAccount(), 'personal', { name: 'before' })
    const reader = sqliteReader(file(), keeps)
    await database().$transaction(async (tx) => {
      await tx.token.update({ where: { id }, data: { name: 'after' } })
      expect(read(reader, key)?.tokenName).toBe('before')
    })
    expect(read(reader, key)?.tokenName).toBe('after')
    await reader.close()
  })
})
