import { beforeEach, describe, expect, it } from 'vitest'
import { DELETE as revoke } from '@/app/api/v1/admin/tokens/[id]/route'
import { POST as find } from '@/app/api/v1/admin/tokens/find/route'
import { POST as preview } from '@/app/api/v1/admin/tokens/revoke/preview/route'
import { POST as revokeMany } from '@/app/api/v1/admin/tokens/revoke/route'
import { GET as list } from '@/app/api/v1/admin/tokens/route'
import { POST as rotate } from '@/app/api/v1/auth/tokens/[id]/rotate/route'
import { POST as undo } from '@/app/api/v1/auth/tokens/[id]/undo/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { generateKey, hintOf, type TokenSecret } from '@/lib/keys/token-key'
import { newAdmin } from '@/test/support/acts/admins'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newInstance, newToken } from '@/test/support/factories'
import { gateRoute } from '@/test/support/requests/gate-route'
import { withMailServer } from '@/test/support/with-mail-server'

const verify = gateRoute('/api/v1/auth/verify')
const DAY = 86_400
const ago = (days: number) => secondsAfter(now(), -days * DAY)

type Data = Parameters<ReturnType<typeof database>['token']['update']>[0]['data']

/** Creates a personal token, and sets `data` on its row. */
async function tokenAs(owner: Account, name: string, data: Data = {}) {
  const token = await newToken(owner, 'personal', { name })
  await database().token.update({ where: { id: token.id }, data })
  return token
}

const names = (items: { name: string }[]) => items.map(({ name }) => name)

/** Returns all pages of a list, with `limit` items each. */
async function pagesOf(key: string, query: Record<string, string>, limit = 2): Promise<string[]> {
  const found: string[] = []
  for (let cursor: string | null = ''; cursor !== null;) {
    const asked = new URLSearchParams({ ...query, limit: String(limit), ...(cursor !== '' && { cursor }) })
    const { json } = await call(list, { key, path: `/api/v1/test?${asked}` })
    found.push(...names(json.items))
    cursor = json.next_cursor
  }
  return found
}

/** Creates many tokens of an account at once, named by number. */
async function newTokens(owner: Account, count: number, data: { lastUsedAt?: Date } = {}) {
  await database().token.createMany({
    data: Array.from({ length: count }, (_, index) => {
      const name = `bulk-${String(index).padStart(4, '0')}`
      return { userId: owner.id, kind: 'personal' as const, name, nameKey: name, createdAt: ago(200), ...data }
    }),
  })
}

beforeEach(newInstance)

describe('the list of all tokens', () => {
  it('contains the tokens of every account, newest first, each with its owner and none with its key', async () => {
    const { account: admin, key } = await newAdmin()
    const owner = await newAccount()
    const personal = await newToken(owner, 'personal', { name: 'deploy', scopes: ['read'] })
    const { json, text } = await call(list, { key })
    expect(json.items.map((item: { id: string; current: boolean }) => [item.id, item.current])).toEqual([
      [personal.id, false],
      [expect.any(String), true],
    ])
    const { id, username, email } = owner
    expect(json.items[0]).toMatchObject({ scopes: ['read'], owner: { id, username, email, is_active: true } })
    expect(json.items[1].owner.id).toBe(admin.id)
    expect(text).not.toContain(personal.key)
  })

  it('can be filtered by account, kind and status, and is paged without gaps', async () => {
    const { key } = await newAdmin()
    const owner = await newAccount()
    await newToken(owner, 'session', { name: 'browser' })
    await newToken(owner, 'device', { name: 'phone' })
    await tokenAs(owner, 'gone', { revokedAt: ago(1), liveNameKey: null })
    await tokenAs(owner, 'earlier', { revokedAt: ago(2), liveNameKey: null })
    await tokenAs(owner, 'ended', { expiresAt: ago(1) })
    await tokenAs(owner, 'idle', { idleSeconds: 3600, idleExpiresAt: ago(3) })
    await tokenAs(owner, 'live', {})
    const user = owner.username
    expect(await pagesOf(key, { user })).toEqual(['live', 'idle', 'ended', 'earlier', 'gone', 'phone', 'browser'])
    for (const name of [owner.id, owner.email.toUpperCase(), owner.username.toUpperCase()])
      expect(await pagesOf(key, { user: name, kind: 'session' })).toEqual(['browser'])
    expect(await pagesOf(key, { user: 'nobody' })).toEqual([])
    expect(await pagesOf(key, { user, status: 'active' })).toEqual(['live', 'phone', 'browser'])
    expect(await pagesOf(key, { status: 'revoked' }, 1)).toEqual(['gone', 'earlier'])
    expect(await pagesOf(key, { status: 'expired' }, 1)).toEqual(['ended', 'idle'])
    expect(await pagesOf(key, { status: 'active', kind: 'personal' })).toEqual(['live'])
    expect((await pagesOf(key, { status: 'active' }, 1)).slice(0, 3)).toEqual(['live', 'phone', 'browser'])
  })

  it('is searched by the start of a name, by the hint or by its last four characters, and by nothing else', async () => {
    const { key } = await newAdmin()
    const owner = await newAccount()
    const backup = await newToken(owner, 'personal', { name: 'Backup' })
    for (const name of ['backend', 'deploy backup', 'back%', 'BÄCKER']) await newToken(owner, 'personal', { name })
    expect(await pagesOf(key, { q: 'BACK' }, 1)).toEqual(['back%', 'backend', 'Backup'])
    expect(await pagesOf(key, { q: 'bä' })).toEqual(['BÄCKER'])
    expect(await pagesOf(key, { q: '%' })).toEqual([])
    const hint = hintOf(backup.key as TokenSecret)
    expect(await pagesOf(key, { q: hint })).toEqual(['Backup'])
    expect(await pagesOf(key, { q: hint.slice(-4), kind: 'personal' })).toEqual(['Backup'])
    expect(await pagesOf(key, { q: hint.slice(-3) })).toEqual([])
    // A token that matches by hint and by name appears once, before the others.
    await newToken(owner, 'personal', { name: `${hint.slice(-4)} two` })
    await database().token.update({ where: { id: backup.id }, data: { name: hint.slice(-4), nameKey: hint.slice(-4).toLowerCase() } })
    expect(await pagesOf(key, { q: hint.slice(-4), user: owner.id }, 1)).toHaveLength(2)
    expect(await pagesOf(key, { q: hint.slice(-4) }, 1)).toEqual([hint.slice(-4), `${hint.slice(-4)} two`])
  }) // prettier-ignore

  it('shows tokens unused since an instant: the never used first, then the longest unused', async () => {
    const { key } = await newAdmin()
    const owner = await newAccount()
    await tokenAs(owner, 'new', {})
    await tokenAs(owner, 'never', { createdAt: ago(200) })
    await tokenAs(owner, 'long ago', { createdAt: ago(300), lastUsedAt: ago(150) })
    await tokenAs(owner, 'longer ago', { createdAt: ago(300), lastUsedAt: ago(250) })
    await tokenAs(owner, 'in use', { createdAt: ago(300), lastUsedAt: ago(1) })
    await tokenAs(owner, 'revoked', { createdAt: ago(300), revokedAt: ago(1), liveNameKey: null })
    expect(await pagesOf(key, { unused_since: ago(90).toISOString() }, 1)).toEqual(['never', 'longer ago', 'long ago'])
  })

  it('shows tokens that expire before an instant, the next to expire first', async () => {
    const { key } = await newAdmin()
    const owner = await newAccount()
    await tokenAs(owner, 'never ends', { expiresAt: null })
    await tokenAs(owner, 'late', { expiresAt: ago(-20) })
    await tokenAs(owner, 'second', { expiresAt: ago(-3) })
    await tokenAs(owner, 'first', { expiresAt: ago(-2) })
    await tokenAs(owner, 'over', { expiresAt: ago(1) })
    const query = { expires_before: ago(-14).toISOString(), user: owner.username }
    expect((await pagesOf(key, query, 1)).sort()).toEqual(['first', 'over', 'second'])
    const ending = { expires_before: ago(-14).toISOString(), kind: 'personal' }
    expect(await pagesOf(key, ending, 1)).toEqual(['over', 'first', 'second'])
    expect(await pagesOf(key, { ...ending, status: 'active' }, 1)).toEqual(['first', 'second'])
  })
})

describe('finding a token by its key', () => {
  it('works for live, revoked and superseded keys, and does not count as a use', async () => {
    const { key } = await newAdmin()
    const owner = await newAccount()
    const token = await newToken(owner, 'personal')
    const { key: device } = await newToken(owner, 'device')
    await call(rotate, { key: device, params: { id: token.id }, body: {} })
    await database().token.update({ where: { id: token.id }, data: { revokedAt: now() } })
    const { json } = await call(find, { key, body: { key: ` ${token.key}\n` } })
    expect(json).toMatchObject({ id: token.id, status: 'revoked', last_used_at: null, owner: { id: owner.id } })
    expect((await call(find, { key, body: { key: generateKey('personal') } })).json.code).toBe('token_not_found')
    const wrong = await call(find, { key, body: { key: `${token.key.slice(0, -1)}!` } })
    expect(wrong.json.errors).toMatchObject([{ pointer: '/key' }])
    expect(wrong.text).not.toContain(token.key.slice(4, -1))
    expect((await call(find, { path: `/api/v1/test?key=${token.key}`, key, body: {} })).status).toBe(400)
  })
})

describe('revoking a token of any account', () => {
  it('takes effect on the next request, leaves one audit row, notifies the owner, and cannot be undone by the owner', async () => {
    const server = await withMailServer()
    const { key, account: admin } = await newAdmin()
    const owner = await newAccount()
    await database().user.update({ where: { id: owner.id }, data: { emailVerifiedAt: now() } })
    const { id, key: personal } = await newToken(owner, 'personal', { name: 'deploy' })
    const { key: device } = await newToken(owner, 'device')
    const end = async () => call(revoke, { method: 'DELETE', key, params: { id }, body: { reason: 'unused' } })
    expect([(await end()).status, (await end()).status]).toEqual([204, 404])
    expect((await call(verify, { key: personal, path: '/api/v1/auth/verify' })).json.code).toBe('token_revoked')
    const rows = await database().auditEvent.findMany({ where: { targetId: id } })
    expect(rows.map((row) => [row.action, row.actorUserId, row.userId, row.details])).toEqual([
      ['token.revoked', admin.id, owner.id, { reason: 'unused', name: 'deploy', kind: 'personal', by: 'administrator' }],
    ])
    expect((await call(undo, { key: device, params: { id }, body: {} })).json.code).toBe('undo_not_possible')
    await delivered()
    expect((await server.mailTo(owner.email, /administrator revoked/)).text).toContain('deploy')
  }) // prettier-ignore

  it('requires the admin scope of a personal token, and the administrator role of everyone', async () => {
    const { account } = await newAdmin()
    const scoped = await newToken(account, 'personal', { scopes: ['admin'] })
    const bare = await newToken(account, 'personal')
    const { id } = await newToken(await newAccount(), 'personal')
    const end = async (key: string) => call(revoke, { method: 'DELETE', key, params: { id } })
    expect((await end(bare.key)).json.code).toBe('insufficient_scope')
    expect((await end((await newToken(await newAccount(), 'device')).key)).json.code).toBe('admin_required')
    expect((await end(scoped.key)).status).toBe(204)
  })
})

describe('revoking many tokens', () => {
  it('can be previewed: owners with the most tokens first, and the recent callers', async () => {
    const { key } = await newAdmin()
    const [one, two] = [await newAccount(), await newAccount()]
    const used = { lastUsedAt: now(), lastUsedAddress: '192.0.2.7' }
    const first = await tokenAs(one, 'a', used)
    await tokenAs(one, 'b', { lastUsedAt: ago(8) })
    const gone = await tokenAs(one, 'c', { revokedAt: now(), liveNameKey: null })
    const third = await tokenAs(two, 'd', { lastUsedAt: ago(1) })
    const body = { kind: 'personal' }
    const { json } = await call(preview, { key, body })
    expect(json).toMatchObject({ token_count: 3, remaining: false, owner_count: 2, recently_used_count: 2 })
    expect(json.owners.map((owner: { username: string }) => owner.username)).toEqual([one.username, two.username])
    expect(json.recent_callers).toMatchObject([
      { token_id: first.id, owner: one.username, last_used_ip: '192.0.2.7' },
      { token_id: third.id, owner: two.username },
    ])
    const named = { ids: [gone.id, third.id, 'x'] }
    expect((await call(preview, { key, body: named })).json.token_count).toBe(1)
    expect((await call(revokeMany, { key, body: named })).json).toEqual({ revoked: 1, remaining: false })
    expect((await call(revokeMany, { key, body: { ...body, reason: 'leaked' } })).json.revoked).toBe(2)
    expect(await database().auditEvent.count({ where: { action: 'token.revoked' } })).toBe(3)
    expect(await database().token.count({ where: { revokedReason: 'leaked' } })).toBe(2)
  })

  it('revokes 500 tokens at a time, each with an audit row, and says if there are more', { timeout: 60_000 }, async () => {
    const { key } = await newAdmin()
    await newTokens(await newAccount(), 501)
    const body = { q: 'bulk', unused_since: ago(90).toISOString() }
    expect((await call(preview, { key, body })).json).toMatchObject({ token_count: 500, remaining: true, owner_count: 1 })
    expect((await call(revokeMany, { key, body })).json).toEqual({ revoked: 500, remaining: true })
    expect(await database().auditEvent.count({ where: { action: 'token.revoked' } })).toBe(500)
    expect((await call(revokeMany, { key, body })).json).toEqual({ revoked: 1, remaining: false })
    expect((await call(revokeMany, { key, body })).json).toEqual({ revoked: 0, remaining: false })
  }) // prettier-ignore

  it('requires ids or a filter, and not both', async () => {
    const { key } = await newAdmin()
    for (const body of [{}, { reason: 'leaked' }, { ids: [], kind: 'device' }, { ids: Array(501).fill('x') }])
      for (const handler of [preview, revokeMany]) expect((await call(handler, { key, body })).status).toBe(400)
  })
})
