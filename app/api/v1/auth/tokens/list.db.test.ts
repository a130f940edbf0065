import { describe, expect, it } from 'vitest'
import { GET as list } from '@/app/api/v1/auth/tokens/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'

async function newCaller(): Promise<{ account: Account; key: string; id: string }> {
  const account = await newAccount()
  return { account, ...(await newToken(account, 'device')) }
}

describe('listing tokens', () => {
  it('returns the caller’s own tokens of every kind, newest first, and nobody else’s', async () => {
    const { account, key, id } = await newCaller()
    await newToken(await newAccount(), 'personal', { name: 'foreign' })
    const personal = await newToken(account, 'personal', { name: 'mine' })
    const { json } = await call(list, { key })
    expect(json.items.map((item: { id: string }) => item.id)).toEqual([personal.id, id])
    expect(json.items.map((item: { current: boolean }) => item.current)).toEqual([false, true])
    expect(json.next_cursor).toBeNull()
  })

  it('reaches every token once by cursor', async () => {
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
    'reaches 10 000 tokens once each, in the order of %s',
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
          // A third was never used, and many share an instant.
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
  ])('rejects ?%s', async (query) => {
    const { key } = await newCaller()
    expect((await call(list, { key, path: `/t?${query}` })).json.code).toBe('invalid_input')
  })

  it('is impossible with a personal token', async () => {
    const { key } = await newToken(await newAccount(), 'personal')
    expect((await call(list, { key })).status).toBe(403)
  })
})
