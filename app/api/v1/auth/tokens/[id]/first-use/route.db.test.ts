import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { POST as rotate } from '@/app/api/v1/auth/tokens/[id]/rotate/route'
import { GET as readFirstUse } from '@/app/api/v1/auth/tokens/[id]/first-use/route'
import { GET as read } from '@/app/api/v1/auth/tokens/[id]/route'
import type { RouteHandler } from '@/lib/edge/http/methods'
import { database } from '@/lib/db/client'
import { writeFirstUses, writeUses } from '@/lib/domain/usage/write-uses'
import { useLedger } from '@/lib/keys/note-use'
import { UseLedger } from '@/lib/keys/use-ledger'
import { newAccount, newToken } from '@/test/support/factories'
import { call } from '@/test/support/requests/api'
import { verify } from '@/test/support/requests/gate-route'
import { withSingleton } from '@/test/support/with-singleton'

beforeEach(() => withSingleton('use-ledger', new UseLedger()))
afterEach(() => vi.useRealTimers())

const use = async (key: string, address = '192.0.2.1') => call(verify, { key, context: { address } })

async function newOwner() {
  const account = await newAccount()
  const { key: device } = await newToken(account, 'device')
  const ask = (route: RouteHandler) => async (id: string) => (await call(route, { key: device, params: { id } })).json
  return { account, device, look: ask(readFirstUse), lookAtToken: ask(read) }
}

describe('the first use of a new key', () => {
  it('is visible to 200 owners who wait for it, each their own, before anything is written', async () => {
    const owner = await newOwner()
    const tokens = []
    for (let made = 0; made < 200; made += 1) tokens.push(await newToken(owner.account, 'personal'))
    const waiting = await Promise.all(tokens.map(({ id }) => owner.look(id)))
    expect(waiting).toEqual(Array(200).fill({ used: false, last_used_ip: null }))
    const addresses = tokens.map((_, index) => `192.0.2.${index}`)
    await Promise.all(tokens.map(({ key }, index) => use(key, addresses[index])))
    const seen = await Promise.all(tokens.map(({ id }) => owner.look(id)))
    expect(seen).toEqual(addresses.map((address) => ({ used: true, last_used_ip: address })))
    expect(await database().token.count({ where: { kind: 'personal', lastUsedAt: { not: null } } })).toBe(0)
  })

  it('is told apart from uses of the key before it, however often that is used', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { account, device, look, lookAtToken } = await newOwner()
    const { id, key: old } = await newToken(account, 'personal')
    await use(old)
    const usedAt = new Date().toISOString()
    vi.setSystemTime(Date.now() + 1000)
    const { json } = await call(rotate, { method: 'POST', key: device, params: { id }, body: { grace_seconds: 600 } })
    expect(json).toMatchObject({ previous_secret: { last_used_at: usedAt } })
    expect(await look(id)).toEqual({ used: false, last_used_ip: null })
    await use(old)
    await writeUses(true)
    await use(old)
    expect(await lookAtToken(id)).toMatchObject({ last_used_at: new Date().toISOString() })
    expect((await look(id)).used).toBe(false)
    await use(json.key)
    vi.setSystemTime(Date.now() + 1000)
    await use(old, '192.0.2.9')
    expect(await look(id)).toEqual({ used: true, last_used_ip: null })
    await writeFirstUses()
    withSingleton('use-ledger', new UseLedger())
    expect((await look(id)).used).toBe(true)
  })

  it('is written at once for other instances, and later uses are not', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const { account, look, lookAtToken } = await newOwner()
    const { id, key } = await newToken(account, 'personal')
    await use(key)
    const usedAt = new Date().toISOString()
    expect(await writeFirstUses()).toBe(true)
    // The next ones are in a ledger of another instance.
    const ledger = useLedger()
    vi.setSystemTime(Date.now() + 1000)
    await use(key, '192.0.2.7')
    await writeFirstUses()
    withSingleton('use-ledger', new UseLedger())
    expect(await look(id)).toEqual({ used: true, last_used_ip: '192.0.2.1' })
    expect(await lookAtToken(id)).toMatchObject({ last_used_at: usedAt })
    expect(ledger.pendingOf(id)?.hours[0]?.count).toBe(1)
  })

  it('is shown only to the owner of a personal token', async () => {
    const { account, look } = await newOwner()
    const strangers = await newToken(await newAccount(), 'personal')
    const app = await newToken(account, 'device')
    for (const { id } of [strangers, app]) expect((await look(id)).code).toBe('token_not_found')
  })

  it('of a session or an app is written with the rest', async () => {
    const { account } = await newOwner()
    const { id, key } = await newToken(account, 'device')
    await use(key)
    await writeFirstUses()
    expect((await database().token.findUniqueOrThrow({ where: { id } })).lastUsedAt).toBeNull()
  })
})
