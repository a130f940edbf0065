import { describe, expect, it } from 'vitest'
import { POST as revokeMany } from '@/app/api/v1/auth/tokens/revoke/route'
import { GET as list } from '@/app/api/v1/auth/tokens/route'
import { resolvePrincipal } from '@/lib/edge/auth/resolve-principal'
import { database } from '@/lib/db/client'
import { countTokens } from '@/lib/domain/tokens/count-tokens'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'

async function newCaller() {
  const account = await newAccount()
  return { account, ...(await newToken(account, 'device')) }
}

describe('the list of tokens', () => {
  it('can be filtered by status', async () => {
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

  it('finds tokens unused since an instant, exactly those that the bulk revocation revokes', async () => {
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

  it('finds tokens that expire before an instant, and omits those that never expire', async () => {
    const { account, key } = await newCaller()
    const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000)
    const soon = await newToken(account, 'personal', { expiresAt: inHours(1) })
    await newToken(account, 'personal', { expiresAt: inHours(3) })
    await newToken(account, 'personal', { expiresAt: null })
    const path = `/t?kind=personal&status=active&expires_before=${inHours(2).toISOString()}`
    const { items } = (await call(list, { key, path })).json
    expect(items.map(({ id }: { id: string }) => id)).toEqual([soon.id])
  })
})
