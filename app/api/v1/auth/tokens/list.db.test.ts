import { describe, expect, it } from 'vitest'
import { GET as list } from '@/app/api/v1/auth/tokens/route'
import { POST as revokeMany } from '@/app/api/v1/auth/tokens/revoke/route'
import type { Account } from '@/lib/accounts/account-store'
import { resolvePrincipal } from '@/lib/auth/resolve-principal'
import { database } from '@/lib/db/client'
import { countTokens } from '@/lib/tokens/count-tokens'
import { call } from '@/test/support/api'
import { newAccount, newToken } from '@/test/support/factories'

async function newCaller(): Promise<{ account: Account; key: string; id: string }> {
  const account = await newAccount()
  return { account, ...(await newToken(account, 'device')) }
}

describe('listing tokens', () => {
  it("shows the caller's own of every kind, newest first, and nobody else's", async () => {
    const { account, key, id } = await newCaller()
    await newToken(await newAccount(), 'personal', { name: 'foreign' })
    const personal = await newToken(account, 'personal', { name: 'mine' })
    const { json } = await call(list, { key })
    expect(json.items.map((item: { id: string }) => item.id)).toEqual([personal.id, id])
    expect(json.items.map((item: { current: boolean }) => item.current)).toEqual([false, true])
    expect(json.next_cursor).toBeNull()
  })

  it('goes through all of them by cursor, once each', async () => {
    const { account, key } = await newCaller()
    for (let index = 0; index < 12; index += 1) await newToken(account, 'personal')
    const seen: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const { json } = await call(list, {
        key,
        path: `/t?kind=personal&limit=5${cursor === '' ? '' : `&cursor=${cursor}`}`,
      })
      seen.push(...json.items.map((item: { id: string }) => item.id))
      cursor = json.next_cursor
    }
    expect([seen.length, new Set(seen).size]).toEqual([12, 12])
  })

  it.each(['name', '-last_used_at'])(
    'goes through 10 000 in the order of %s, once each',
    async (sort) => {
      const { account, key } = await newCaller()
      const createdAt = new Date()
      const names = Array.from({ length: 10_000 }, (_, index) => `token-${String(index).padStart(5, '0')}`)
      await database().token.createMany({
        data: names.map((name, index) => ({
          userId: account.id,
          kind: 'personal',
          name,
          nameKey: name,
          createdAt,
          // A third was never used, and many at the same instant.
          lastUsedAt: index % 3 === 0 ? null : new Date(index - (index % 7)),
        })),
      })
      const seen: { id: string; name: string; last_used_at: string | null }[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const from: string = cursor === '' ? '' : `&cursor=${cursor}`
        const { json } = await call(list, { key, path: `/t?kind=personal&limit=100&sort=${sort}${from}` })
        seen.push(...json.items)
        cursor = json.next_cursor
      }
      expect(new Set(seen.map(({ id }) => id)).size).toBe(10_000)
      expect(seen).toHaveLength(10_000)
      const values = seen.map((item) => (sort === 'name' ? item.name : (item.last_used_at ?? '')))
      expect(values).toEqual(sort === 'name' ? values.toSorted() : values.toSorted().reverse())
    },
    60_000,
  )

  it('filters by status', async () => {
    const { account, key } = await newCaller()
    const past = new Date(0)
    const [live, expired, revoked] = [
      await newToken(account, 'personal'),
      await newToken(account, 'personal', { expiresAt: past }),
      await newToken(account, 'personal'),
    ]
    await database().token.update({ where: { id: revoked.id }, data: { revokedAt: past, revokedReason: 'leaked' } })
    const ids = async (status: string) =>
      (await call(list, { key, path: `/t?kind=personal&status=${status}` })).json.items.map(
        (item: { id: string; status: string }) => [item.id, item.status],
      )
    expect(await ids('active')).toEqual([[live.id, 'active']])
    expect(await ids('expired')).toEqual([[expired.id, 'expired']])
    expect(await ids('revoked')).toEqual([[revoked.id, 'revoked']])
    expect(await ids('ended')).toEqual([
      [revoked.id, 'revoked'],
      [expired.id, 'expired'],
    ])
  })

  it('finds what nobody has used since an instant, which is what the bulk revocation ends', async () => {
    const { account, key } = await newCaller()
    const [old, rested, used, revoked, young] = [
      await newToken(account, 'personal'),
      await newToken(account, 'personal', { expiresAt: new Date(0) }),
      await newToken(account, 'personal'),
      await newToken(account, 'personal'),
      await newToken(account, 'personal'),
    ]
    const past = new Date('2026-01-01T00:00:00Z')
    const { token } = database()
    await token.updateMany({ where: { id: { not: young.id } }, data: { createdAt: past } })
    await token.update({ where: { id: rested.id }, data: { lastUsedAt: past } })
    await token.update({ where: { id: used.id }, data: { lastUsedAt: new Date() } })
    await token.update({ where: { id: revoked.id }, data: { revokedAt: past, revokedReason: 'leaked' } })
    const filters = { kind: 'personal', unused_since: '2026-01-02T00:00:00Z' } as const
    const { items } = (await call(list, { key, path: `/t?${new URLSearchParams(filters)}` })).json
    expect(items.map(({ id }: { id: string }) => id)).toEqual([rested.id, old.id])

    const headers = new Headers({ authorization: `Token ${key}` })
    const principal = await resolvePrincipal({ method: 'GET', headers }, ['device'])
    expect(await countTokens(principal, filters)).toBe(2)
    expect((await call(revokeMany, { key, body: filters })).json).toEqual({ revoked: 2 })
    expect(await countTokens(principal, filters)).toBe(0)
  })

  it('finds what ends before an instant, and leaves out what never ends', async () => {
    const { account, key } = await newCaller()
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    const soon = await newToken(account, 'personal', { expiresAt: inHours(1) })
    await newToken(account, 'personal', { expiresAt: inHours(3) })
    await newToken(account, 'personal', { expiresAt: null })
    const path = `/t?kind=personal&status=active&expires_before=${inHours(2).toISOString()}`
    const { items } = (await call(list, { key, path })).json
    expect(items.map(({ id }: { id: string }) => id)).toEqual([soon.id])
  })

  it.each([
    'limit=0',
    'limit=101',
    'limit=-1',
    'limit=1e9',
    'limit=0x10',
    'limit=NaN',
    'cursor=x',
    'kind=x',
    'status=x',
    'unused_since=yesterday',
    'expires_before=2026-01-01',
    'user_id=x',
    'id[not]=x',
    'kind=device&kind=personal',
  ])('refuses ?%s', async (query) => {
    const { key } = await newCaller()
    expect((await call(list, { key, path: `/t?${query}` })).json.code).toBe('invalid_input')
  })

  it('is not for personal tokens', async () => {
    const { key } = await newToken(await newAccount(), 'personal')
    expect((await call(list, { key })).status).toBe(403)
  })
})
