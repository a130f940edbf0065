import { describe, expect, it } from 'vitest'
import { POST as endGrace } from '@/app/api/v1/auth/tokens/[id]/end-grace/route'
import { POST as extend } from '@/app/api/v1/auth/tokens/[id]/extend/route'
import { POST as rotate } from '@/app/api/v1/auth/tokens/[id]/rotate/route'
import { DELETE as revoke, GET as read, PATCH as update } from '@/app/api/v1/auth/tokens/[id]/route'
import { POST as undo } from '@/app/api/v1/auth/tokens/[id]/undo/route'
import { POST as revokeMany } from '@/app/api/v1/auth/tokens/revoke/route'
import { GET as list, POST as create } from '@/app/api/v1/auth/tokens/route'
import { database } from '@/lib/db/client'
import type { RouteHandler } from '@/lib/edge/http/methods'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { stopClock } from '@/test/support/stop-clock'
import { usesNoted } from '@/test/support/database/uses-noted'
import { withSettings } from '@/test/support/with-settings'

const past = new Date(Date.now() - 1000)

async function newOwner() {
  const account = await newAccount()
  const device = await newToken(account, 'device')
  const token = await newToken(account, 'personal', { name: 'ci', scopes: ['read'] })
  const ask = (route: RouteHandler, body: object = {}, id = token.id) =>
    call(route, { method: 'POST', key: device.key, params: { id }, body })
  return { account, device, token, ask }
}

const codeOf = async (key: string) => (await call(verify, { key })).json.code ?? 'live'

describe('rotating a token', () => {
  it('replaces its key immediately, and keeps its id, name, scopes and expiry', async () => {
    const { device, token, ask } = await newOwner()
    const before = (await call(read, { key: device.key, params: { id: token.id } })).json
    const { status, json } = await ask(rotate)
    expect(status).toBe(200)
    expect(json).toMatchObject({
      id: before.id,
      name: 'ci',
      scopes: ['read'],
      expires_at: before.expires_at,
      previous_secret: null,
    })
    expect([await codeOf(token.key), await codeOf(json.key)]).toEqual(['token_superseded', 'live'])
  })

  it('keeps the old key live for a grace period, which can be cut short', async () => {
    const { token, ask } = await newOwner()
    const now = stopClock()
    const { json } = await ask(rotate, { grace_seconds: 600 })
    expect(Date.parse(json.previous_secret.valid_until)).toBe(now + 600_000)
    expect([await codeOf(token.key), await codeOf(json.key)]).toEqual(['live', 'live'])
    expect((await ask(endGrace)).status).toBe(204)
    expect([await codeOf(token.key), await codeOf(json.key)]).toEqual(['token_superseded', 'live'])
    expect((await ask(endGrace)).status).toBe(404)
  })

  it('leaves at most two live keys after twenty simultaneous rotations', async () => {
    const { token, ask } = await newOwner()
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask(rotate, { grace_seconds: 600 })))
    expect(answers.map((answer) => answer.status)).toEqual(Array(20).fill(200))
    const keys = [token.key, ...answers.map((answer) => answer.json.key as string)]
    const codes = await Promise.all(keys.map(codeOf))
    expect(codes.filter((code) => code === 'live')).toHaveLength(2)
    expect(codes.filter((code) => code === 'token_superseded')).toHaveLength(19)
  })

  it('works only for live personal tokens', async () => {
    const { account, device, token, ask } = await newOwner()
    const expired = await newToken(account, 'personal', { expiresAt: past })
    expect((await ask(rotate, {}, expired.id)).status).toBe(404)
    expect((await ask(rotate, {}, device.id)).status).toBe(404)
    await call(revoke, { method: 'DELETE', key: device.key, params: { id: token.id } })
    expect((await ask(rotate)).status).toBe(404)
    expect((await ask(rotate, { grace_seconds: 86_401 })).status).toBe(400)
  })
})

describe('extending a token', () => {
  it('moves its expiry, even if it has expired', async () => {
    const { account, ask } = await newOwner()
    const expired = await newToken(account, 'personal', { expiresAt: past })
    expect(await codeOf(expired.key)).toBe('token_expired')
    const { status, json } = await ask(extend, { expires_in_seconds: 3600 }, expired.id)
    expect([status, json.status]).toEqual([200, 'active'])
    expect(await codeOf(expired.key)).toBe('live')
  })

  it('restarts the idle limit of a token that expired because it was not used', async () => {
    const { account, ask } = await newOwner()
    const { id, key } = await newToken(account, 'personal')
    await database().token.update({ where: { id }, data: { idleSeconds: 3600, idleExpiresAt: past } })
    expect(await codeOf(key)).toBe('token_expired')
    const { json } = await ask(extend, { expires_in_seconds: 86_400 }, id)
    expect(json.status).toBe('active')
    expect(Date.parse(json.idle_expires_at)).toBeGreaterThan(Date.now() + 3_500_000)
    expect(await codeOf(key)).toBe('live')
  })

  it('respects the lifetime policy and the token limit', async () => {
    withSettings({ TOKENS_PER_USER: '2' })
    const { account, ask } = await newOwner()
    await newToken(account, 'personal')
    const expired = await newToken(account, 'personal', { expiresAt: past })
    expect((await ask(extend, { expires_in_seconds: 3600 }, expired.id)).json.code).toBe('token_limit_reached')
    expect((await ask(extend, { expires_in_seconds: 40_000_000 })).json.errors[0].pointer).toBe('/expires_in_seconds')
    expect((await ask(extend, { expires_in_seconds: 3600 })).status).toBe(200)
  })
})

describe('undoing a revocation', () => {
  it('makes the key live again, under its name', async () => {
    const { device, token, ask } = await newOwner()
    await call(revoke, { method: 'DELETE', key: device.key, params: { id: token.id }, body: { reason: 'unused' } })
    const { status, json } = await ask(undo)
    expect([status, json.status, json.name, json.revoked_reason]).toEqual([200, 'active', 'ci', null])
    expect(await codeOf(token.key)).toBe('live')
    expect((await ask(undo)).json.code).toBe('undo_not_possible')
  })

  it.each([
    ['a leaked token', { revokedReason: 'leaked' as const, revokedAt: new Date() }],
    ['a revocation by an administrator', { revokedReason: 'administrator' as const, revokedAt: new Date() }],
    [
      'a revocation older than a day',
      { revokedReason: 'unspecified' as const, revokedAt: new Date(Date.now() - 86_401_000) },
    ],
  ])('is impossible for %s', async (_, data) => {
    const { token, ask } = await newOwner()
    await database().token.update({ where: { id: token.id }, data: { ...data, liveNameKey: null } })
    expect((await ask(undo)).json.code).toBe('undo_not_possible')
    expect(await codeOf(token.key)).toBe('token_revoked')
  })

  it('is rejected while the name is taken or the token limit is reached', async () => {
    const { device, token, ask } = await newOwner()
    await call(revoke, { method: 'DELETE', key: device.key, params: { id: token.id } })
    await call(create, { key: device.key, body: { name: 'CI' } })
    expect((await ask(undo)).json.code).toBe('name_taken')
    withSettings({ TOKENS_PER_USER: '1' })
    expect((await ask(undo)).json.code).toBe('token_limit_reached')
  })
})

describe('the scopes of a token', () => {
  it('can be narrowed at any time, and widened only with a recent password', async () => {
    const { device, token } = await newOwner()
    const patch = (scopes: string[]) =>
      call(update, { method: 'PATCH', key: device.key, params: { id: token.id }, body: { scopes } })
    await database().token.update({ where: { id: device.id }, data: { authTime: new Date(0) } })
    expect((await patch(['read', 'write'])).json.code).toBe('reauthentication_required')
    expect((await patch([])).json.scopes).toEqual([])
    await database().token.update({ where: { id: device.id }, data: { authTime: new Date() } })
    expect((await patch(['write'])).json.scopes).toEqual(['write'])
    expect((await patch(['admin'])).json.errors[0].pointer).toBe('/scopes/0')
    expect((await call(verify, { key: token.key })).json.scopes).toEqual(['write'])
  })
})

describe('the idle timeout', () => {
  it('is at least an hour, starts immediately, and restarts with each use', async () => {
    const { device } = await newOwner()
    const make = (idle_seconds: number) => call(create, { key: device.key, body: { name: 'idle', idle_seconds } })
    expect((await make(3599)).json.errors[0].pointer).toBe('/idle_seconds')
    const { json } = await make(3600)
    expect(Date.parse(json.idle_expires_at) - Date.parse(json.created_at)).toBe(3_720_000)
    const now = stopClock()
    const soon = new Date(now + 5000)
    await database().token.update({ where: { id: json.id }, data: { idleExpiresAt: soon } })
    expect(await codeOf(json.key)).toBe('live')
    await usesNoted()
    const { idleExpiresAt } = await database().token.findUniqueOrThrow({ where: { id: json.id } })
    expect(idleExpiresAt?.getTime()).toBe(now + 3_720_000)
    await database().token.update({ where: { id: json.id }, data: { idleExpiresAt: past } })
    expect(await codeOf(json.key)).toBe('token_expired')
  })
})

describe('revoking several tokens', () => {
  it('revokes the caller’s own tokens among the given ids, and counts them', async () => {
    const { account, device } = await newOwner()
    const mine = [await newToken(account, 'personal'), await newToken(account, 'device')]
    const foreign = await newToken(await newAccount(), 'personal')
    const ids = [...mine, foreign, { id: 'x' }].map(({ id }) => id)
    const answer = await call(revokeMany, { key: device.key, body: { ids, reason: 'replaced' } })
    expect(answer.json).toEqual({ revoked: 2 })
    expect(await codeOf(foreign.key)).toBe('live')
    expect(await database().auditEvent.count({ where: { action: 'token.revoked' } })).toBe(2)
  })

  it('revokes the tokens of a kind that are unused since an instant', async () => {
    const { account, device, token } = await newOwner()
    const [old, used] = [await newToken(account, 'personal'), await newToken(account, 'personal')]
    const yearAgo = new Date(Date.now() - 31_536_000_000)
    await database().token.updateMany({ where: { id: { in: [old.id, used.id] } }, data: { createdAt: yearAgo } })
    await call(verify, { key: used.key })
    await usesNoted()
    const unused_since = new Date(Date.now() - 86_400_000).toISOString()
    expect((await call(revokeMany, { key: device.key, body: { kind: 'personal', unused_since } })).json).toEqual({
      revoked: 1,
    })
    expect([await codeOf(old.key), await codeOf(used.key), await codeOf(token.key)]).toEqual([
      'token_revoked',
      'live',
      'live',
    ])
  })

  it.each([{}, { kind: 'personal' }, { ids: [], kind: 'personal' }, { unused_since: '2026-01-01T00:00:00Z' }])(
    'rejects %j',
    async (body) => {
      const { device } = await newOwner()
      expect((await call(revokeMany, { key: device.key, body })).json.code).toBe('invalid_input')
    },
  )
})

describe('a list of tokens', () => {
  it.each(['created_at', '-created_at', 'name', '-name', 'last_used_at', '-last_used_at', 'expires_at', '-expires_at'])(
    'sorted by %s has one order, whatever the page size, and contains each token once',
    async (sort) => {
      const { account, device } = await newOwner()
      for (let index = 0; index < 9; index += 1) {
        const expiresAt = index % 3 === 0 ? null : new Date(Date.now() + (index % 4) * 86_400_000 + 1000)
        const { id } = await newToken(account, 'personal', { name: `n${(index * 7) % 9}`, expiresAt })
        const lastUsedAt = index % 2 === 0 ? null : new Date(Date.now() - (index % 3) * 1000)
        await database().token.update({ where: { id }, data: { lastUsedAt } })
      }
      const page = async (limit: number, cursor: string | null) =>
        (
          await call(list, {
            key: device.key,
            path: `/t?kind=personal&sort=${sort}&limit=${limit}${cursor ? `&cursor=${cursor}` : ''}`,
          })
        ).json
      const ids: string[] = []
      for (let cursor: string | null = null, isFirst = true; isFirst || cursor !== null; isFirst = false) {
        const { items, next_cursor } = await page(3, cursor)
        ids.push(...items.map((item: { id: string }) => item.id))
        cursor = next_cursor
      }
      expect(new Set(ids).size).toBe(10)
      const whole = (await page(100, null)).items as Record<string, string | null>[]
      expect(ids).toEqual(whole.map((item) => item['id']))
      const field = sort.replace('-', '')
      const values = whole.map((item) => item[field] ?? null).filter((value) => value !== null)
      expect(values).toEqual(
        values
          .toSorted()
          .concat()
          .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0) * (sort.startsWith('-') ? -1 : 1)),
      )
      expect(whole.findIndex((item) => item[field] === null)).toBe(
        whole.some((item) => item[field] === null) ? values.length : -1,
      )
    },
  )

  it('is searched by any part of the name in any case, and by the last characters of the key', async () => {
    const { account, device } = await newOwner()
    const { key } = await newToken(account, 'personal', { name: 'Greenhouse Sensor' })
    const names = async (q: string) =>
      (await call(list, { key: device.key, path: `/t?kind=personal&q=${encodeURIComponent(q)}` })).json.items.map(
        (item: { name: string }) => item.name,
      )
    expect(await names('HOUSE sen')).toEqual(['Greenhouse Sensor'])
    expect(await names(key.slice(-4))).toContain('Greenhouse Sensor')
    expect(await names('nothing like it')).toEqual([])
  })

  it('rejects the cursor of another order', async () => {
    const { account, device } = await newOwner()
    await newToken(account, 'personal')
    const { json } = await call(list, { key: device.key, path: '/t?sort=name&limit=1' })
    const other = await call(list, { key: device.key, path: `/t?sort=-name&limit=1&cursor=${json.next_cursor}` })
    expect([other.status, other.json.errors[0].pointer]).toEqual([400, '/cursor'])
  })
})
