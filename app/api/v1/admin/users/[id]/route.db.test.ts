import { beforeEach, describe, expect, it } from 'vitest'
import { DELETE as endToken } from '@/app/api/v1/admin/tokens/[id]/route'
import { POST as startReset } from '@/app/api/v1/admin/users/[id]/password-reset/route'
import { POST as preview } from '@/app/api/v1/admin/users/[id]/revoke-tokens/preview/route'
import { POST as revokeTokens } from '@/app/api/v1/admin/users/[id]/revoke-tokens/route'
import { PATCH as change } from '@/app/api/v1/admin/users/[id]/route'
import { GET as list } from '@/app/api/v1/admin/users/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as confirmReset } from '@/app/api/v1/auth/password/reset/confirm/route'
import { GET as ownAccount } from '@/app/api/v1/auth/user/route'
import type { Account } from '@/lib/domain/accounts/account-store'
import { database } from '@/lib/db/client'
import { newAdmin } from '@/test/support/acts/admins'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { gateRoute } from '@/test/support/requests/gate-route'
import { NEW_PASSWORD } from '@/test/support/requests/valid-input'
import { withMailServer } from '@/test/support/with-mail-server'

const verify = gateRoute('/api/v1/auth/verify')

const patch = async (key: string, id: string, body: object) =>
  call(change, { method: 'PATCH', key, params: { id }, body })
const rowsOf = async (targetId: string) =>
  database().auditEvent.findMany({ where: { targetId }, orderBy: { id: 'asc' } })
const secretIn = (url: string) => Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1)))

/** Creates one token of each kind for an account. */
async function everyKind(owner: Account) {
  const session = await newToken(owner, 'session')
  const device = await newToken(owner, 'device')
  const personal = await newToken(owner, 'personal')
  await newToken(owner, 'refresh')
  return { session, device, personal }
}

beforeEach(newInstance)

describe('deactivating an account', () => {
  it('revokes its sessions, apps and API clients immediately, and suspends personal tokens until it is reactivated', async () => {
    const { key } = await newAdmin()
    const account = await newAccount()
    const { session, device, personal } = await everyKind(account)
    expect((await patch(key, account.id, { is_active: false })).json.live_tokens).toEqual({
      session: 0, device: 0, personal: 1, refresh: 0,
    }) // prettier-ignore
    const code = async () => (await call(verify, { key: personal.key, path: '/api/v1/auth/verify' })).json.code
    expect(await code()).toBe('owner_inactive')
    expect((await call(ownAccount, { key: device.key })).json.code).toBe('token_revoked')
    expect((await call(login, { body: { username: account.username, password: PASSWORD } })).status).toBe(401)
    await patch(key, account.id, { is_active: true })
    expect(await code()).toBeUndefined()
    expect((await call(ownAccount, { session: session.key })).json.code).toBe('token_revoked')
    const ended = await database().token.findMany({ where: { userId: account.id, revokedAt: { not: null } } })
    expect(ended.map(({ revokedReason }) => revokedReason)).toEqual(Array(3).fill('owner_deactivated'))
  })

  it('invalidates its links for a new password, and prevents new ones', async () => {
    const { key } = await newAdmin()
    const { id } = await newAccount()
    const { json } = await call(startReset, { key, params: { id }, body: {} })
    await patch(key, id, { is_active: false })
    expect((await call(startReset, { key, params: { id }, body: {} })).json.code).toBe('account_inactive')
    await patch(key, id, { is_active: true })
    const reset = { ...secretIn(json.url), new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
    expect((await call(confirmReset, { body: reset })).json.code).toBe('code_invalid')
  })
})

describe('demoting an administrator', () => {
  it('takes the rights from all their credentials immediately, and nothing else', async () => {
    const { key } = await newAdmin()
    const other = await newAdmin()
    const personal = await newToken(other.account, 'personal', { scopes: ['admin', 'read'] })
    expect((await call(list, { key: personal.key })).status).toBe(200)
    await patch(key, other.account.id, { is_admin: false })
    expect((await call(list, { key: personal.key })).json.code).toBe('insufficient_scope')
    expect((await call(list, { key: other.key })).json.code).toBe('admin_required')
    const seen = await call(verify, { key: personal.key, path: '/api/v1/auth/verify' })
    expect([seen.json.scopes, seen.json.is_admin]).toEqual([['read'], false])
  })

  it('leaves one administrator if two demote or deactivate each other at the same time', { timeout: 60_000 }, async () => {
    for (let round = 0; round < 20; round += 1) {
      const [one, two] = [await newAdmin(), await newAdmin()]
      const body = round % 2 === 0 ? { is_admin: false } : { is_active: false }
      const answers = await Promise.all([
        patch(one.key, two.account.id, body),
        patch(two.key, one.account.id, body),
      ])
      // The second request fails: its target is the last administrator, or its caller no longer is one.
      const [first, second] = answers.map(({ status }) => status).toSorted()
      expect(first, JSON.stringify(answers.map(({ json }) => json))).toBe(200)
      expect([401, 403, 409]).toContain(second)
      const active = { isAdmin: true, isActive: true }
      expect(await database().user.count({ where: active })).toBe(1)
      expect(await database().auditEvent.count({ where: { targetType: 'account' } })).toBe(round + 1)
      await database().user.updateMany({ data: { isAdmin: false } })
    }
  }) // prettier-ignore

  it('is impossible for the last active administrator, as is deactivation, even by that account itself', async () => {
    const { key, account } = await newAdmin()
    await newAccount({ isAdmin: true, isActive: false })
    for (const body of [{ is_admin: false }, { is_active: false }])
      expect((await patch(key, account.id, body)).json).toMatchObject({ code: 'last_admin', status: 409 })
    expect((await call(list, { key })).status).toBe(200)
  })
})

describe('a password reset started by an administrator', () => {
  it('shows no link if email is configured, keeps the password, and leaves one audit row', async () => {
    const server = await withMailServer()
    const { key, account: admin } = await newAdmin()
    const account = await newAccount()
    const { json } = await call(startReset, { key, params: { id: account.id }, body: {} })
    expect([json.mailed, json.url]).toEqual([true, null])
    await delivered()
    await server.mailTo(account.email, /Reset your password/)
    expect((await call(login, { body: { username: account.username, password: PASSWORD } })).status).toBe(200)
    const rows = (await rowsOf(account.id)).filter(({ action }) => action === 'account.password_reset_asked')
    expect(rows.map(({ actorUserId, details }) => [actorUserId, details])).toEqual([[admin.id, { mailed: true }]])
  })
})

describe('revoking all tokens of an account', () => {
  it.each([false, true])('matches its preview to the last token, with personal tokens kept: %s', async (keeps) => {
    const { key } = await newAdmin()
    const owner = await newAccount()
    await everyKind(owner)
    const past = new Date(0)
    const many = Array.from({ length: 600 }, (_, index) => ({
      userId: owner.id,
      kind: index % 2 === 0 ? ('personal' as const) : ('device' as const),
      name: `token-${index}`,
      createdAt: past,
      // Expired, recently used, revoked: neither the preview nor the revocation counts a token that is already revoked.
      ...[{ expiresAt: past }, { lastUsedAt: new Date() }, { revokedAt: past, lastUsedAt: new Date() }][index % 3],
    }))
    await database().token.createMany({ data: many })
    const input = { key, params: { id: owner.id }, body: { keep_personal_tokens: keeps } }
    const foretold = (await call(preview, input)).json
    const ended = (await call(revokeTokens, input)).json.revoked
    expect(ended).toBe(keeps ? 203 : 404)
    expect(foretold).toMatchObject({ token_count: ended, remaining: false, recently_used_count: keeps ? 100 : 200 })
    expect(foretold.owners).toEqual([{ id: owner.id, username: owner.username, token_count: ended }])
    expect(foretold.recent_callers).toHaveLength(20)
    expect((await call(preview, input)).json).toMatchObject({ token_count: 0, owner_count: 0, owners: [] })
  })

  it('revokes every token, or all but the personal ones, with an audit row for each', async () => {
    const { key } = await newAdmin()
    const account = await newAccount()
    const { personal } = await everyKind(account)
    const ask = async (body: object) => (await call(revokeTokens, { key, params: { id: account.id }, body })).json
    expect(await ask({ keep_personal_tokens: true })).toEqual({ revoked: 3 })
    expect((await call(ownAccount, { key: personal.key })).status).toBe(200)
    expect(await ask({ reason: 'leaked' })).toEqual({ revoked: 1 })
    expect(await ask({})).toEqual({ revoked: 0 })
    expect((await call(ownAccount, { key: personal.key })).json.code).toBe('token_revoked')
    const rows = await database().auditEvent.findMany({ where: { userId: account.id, action: 'token.revoked' } })
    expect(new Set(rows.map(({ targetId }) => targetId)).size).toBe(4)
    expect(rows).toHaveLength(4)
    expect((await call(endToken, { method: 'DELETE', key, params: { id: personal.id } })).status).toBe(404)
  })
})
