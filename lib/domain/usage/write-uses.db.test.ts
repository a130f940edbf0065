import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { GET as readUsage } from '@/app/api/v1/auth/tokens/[id]/usage/route'
import { database } from '@/lib/db/client'
import { useLedger } from '@/lib/keys/note-use'
import { UseLedger } from '@/lib/keys/use-ledger'
import { writeUses } from '@/lib/domain/usage/write-uses'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { withSingleton } from '@/test/support/with-singleton'

const row = async (id: string) => database().token.findUniqueOrThrow({ where: { id }, include: { secrets: true } })
const ask = async (key: string, address = '192.0.2.1') => call(verify, { key, context: { address } })

beforeEach(() => {
  withSingleton('use-ledger', new UseLedger())
  vi.useFakeTimers({ toFake: ['Date'] })
})
afterEach(() => vi.useRealTimers())

const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)

describe('uses of tokens', () => {
  it('are written with their token, hour and address', async () => {
    const account = await newAccount()
    const { id, key } = await newToken(account, 'device')
    await ask(key)
    await ask(key, '2001:db8::7')
    const usedAt = new Date()
    await writeUses()
    const token = await row(id)
    expect(token).toMatchObject({ lastUsedAt: usedAt, lastUsedAddress: '2001:db8::7' })
    const { json } = await call(readUsage, { key, params: { id } })
    expect(json.items).toEqual([{ hour: expect.stringMatching(/:00:00\.000Z$/), count: 2, refused: 0 }])
    expect(json.addresses.map(({ address }: { address: string }) => address).toSorted()).toEqual([
      '192.0.2.1',
      '2001:db8::7',
    ])
  })

  it('change a row at most once a minute, and none is lost meanwhile', async () => {
    const { id, key } = await newToken(await newAccount(), 'device')
    await ask(key)
    await writeUses()
    const first = await row(id)
    pass(50_000)
    await ask(key, '192.0.2.99')
    await writeUses()
    expect(await row(id)).toEqual(first)
    pass(10_000)
    await ask(key, '192.0.2.99')
    await writeUses()
    expect(await row(id)).toMatchObject({ lastUsedAddress: '192.0.2.99', lastUsedAt: new Date() })
    expect((await database().tokenUsage.aggregate({ _sum: { count: true } }))._sum.count).toBe(3)
  })

  it('are written first for tokens with an idle limit', async () => {
    const account = await newAccount()
    const ledger = useLedger()
    const note = ({ id: tokenId }: { id: string }, idleSeconds: number | null) =>
      ledger.noteUse({ secretId: tokenId, validUntil: null, tokenId, idleSeconds }, Date.now(), '192.0.2.1')
    for (let made = 0; made < 150; made += 1) note(await newToken(account, 'personal'), null)
    const last = await newToken(account, 'personal')
    note(last, 3600)
    const written = async () => database().token.count({ where: { lastUsedAt: { not: null } } })
    const writing = writeUses()
    await expect.poll(written, { interval: 5 }).toBeGreaterThan(0)
    expect((await row(last.id)).lastUsedAt).not.toBeNull()
    await writing
    expect(await written()).toBe(151)
  })

  it('are all written at shutdown, even within the minute', async () => {
    const { id, key } = await newToken(await newAccount(), 'device')
    await ask(key)
    await writeUses()
    pass(5000)
    await ask(key)
    await writeUses(true)
    expect((await row(id)).lastUsedAt).toEqual(new Date())
  })

  it('extend the idle limit: a token in use does not expire, an idle one does', async () => {
    const { id, key } = await newToken(await newAccount(), 'personal')
    const idleExpiresAt = new Date(Date.now() + 3_720_000)
    const later = new Date(Date.now() + 40 * 3_600_000)
    await database().token.update({ where: { id }, data: { idleSeconds: 3600, idleExpiresAt, expiresAt: later } })
    for (let hour = 0; hour < 5; hour += 1) {
      pass(3_599_000)
      expect((await ask(key)).status).toBe(200)
      // As late as a round can write it.
      pass(70_000)
      await writeUses()
    }
    pass(3_600_000 + 120_000)
    expect((await ask(key)).json.code).toBe('token_expired')
  })

  it('record when an address was first and last used, however long it was the only one', async () => {
    const { id, key } = await newToken(await newAccount(), 'device')
    const first = new Date().toISOString()
    for (let minute = 0; minute < 3; minute += 1) {
      await ask(key, '192.0.2.1')
      pass(61_000)
      await writeUses()
    }
    const last = new Date(Date.now() - 61_000).toISOString()
    await ask(key, '192.0.2.2')
    await writeUses(true)
    const { json } = await call(readUsage, { key, params: { id } })
    expect(json.addresses).toEqual([
      { address: '192.0.2.2', first_used_at: new Date().toISOString(), last_used_at: new Date().toISOString() },
      { address: '192.0.2.1', first_used_at: first, last_used_at: last },
    ])
  })

  it('that are written late do not replace a later use by another instance, and keep their address', async () => {
    const { id, key } = await newToken(await newAccount(), 'device')
    await ask(key, '192.0.2.1')
    const usedAt = new Date()
    pass(5000)
    await database().token.update({ where: { id }, data: { lastUsedAt: new Date(), lastUsedAddress: '192.0.2.9' } })
    await writeUses()
    expect(await row(id)).toMatchObject({ lastUsedAt: new Date(), lastUsedAddress: '192.0.2.9' })
    const { json } = await call(readUsage, { key, params: { id } })
    expect(json.addresses).toEqual([
      { address: '192.0.2.9', first_used_at: null, last_used_at: new Date().toISOString() },
      { address: '192.0.2.1', first_used_at: usedAt.toISOString(), last_used_at: usedAt.toISOString() },
    ])
  })

  it('keep the last five addresses of a token', async () => {
    const { id, key } = await newToken(await newAccount(), 'device')
    for (const last of [1, 2, 3, 4, 5, 6, 7]) {
      await ask(key, `192.0.2.${last}`)
      pass(61_000)
      await writeUses()
    }
    const { json } = await call(readUsage, { key, params: { id } })
    const seen = json.addresses.map(({ address }: { address: string }) => address)
    expect(seen).toEqual(['7', '6', '5', '4', '3'].map((last) => `192.0.2.${last}`))
    expect(await database().tokenAddress.count({ where: { tokenId: id } })).toBeLessThanOrEqual(5)
  })

  it('do not include requests with a dead key, which are counted separately', async () => {
    const { id, key } = await newToken(await newAccount(), 'personal')
    await database().token.update({ where: { id }, data: { revokedAt: new Date() } })
    await ask(key)
    await ask(key)
    await writeUses()
    expect(await database().tokenUsage.findMany()).toMatchObject([{ tokenId: id, count: 0, refused: 2 }])
    expect((await row(id)).lastUsedAt).toBeNull()
    expect(await database().tokenAddress.count()).toBe(0)
  })

  it('of a deleted token are skipped, and the others are written', async () => {
    const account = await newAccount()
    const [gone, kept] = [await newToken(account, 'device'), await newToken(account, 'device')]
    await ask(gone.key)
    await ask(kept.key)
    await database().token.delete({ where: { id: gone.id } })
    await writeUses()
    expect((await database().tokenUsage.findMany()).map(({ tokenId }) => tokenId)).toEqual([kept.id])
  })

  it('of 1200 tokens at once are all written', async () => {
    const { id } = await newAccount()
    const tokens = Array.from({ length: 1200 }, (_, index) => ({
      userId: id, kind: 'personal' as const, name: `t${index}`, createdAt: new Date(),
    })) // prettier-ignore
    const made = await database().token.createManyAndReturn({ data: tokens, select: { id: true } })
    const ledger = new UseLedger()
    for (const { id: tokenId } of made)
      ledger.noteUse({ tokenId, secretId: 'x', validUntil: null, idleSeconds: null }, Date.now(), '::1')
    withSingleton('use-ledger', ledger)
    await writeUses()
    expect(await database().token.count({ where: { lastUsedAt: new Date() } })).toBe(1200)
    expect(await database().tokenUsage.count()).toBe(1200)
  })
})
