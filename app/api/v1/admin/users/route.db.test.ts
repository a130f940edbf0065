import { beforeEach, describe, expect, it } from 'vitest'
import { POST as startReset } from '@/app/api/v1/admin/users/[id]/password-reset/route'
import { GET as detail, PATCH as change } from '@/app/api/v1/admin/users/[id]/route'
import { GET as list, POST as add } from '@/app/api/v1/admin/users/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as confirmReset } from '@/app/api/v1/auth/password/reset/confirm/route'
import { GET as ownAccount } from '@/app/api/v1/auth/user/route'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { newAdmin } from '@/test/support/acts/admins'
import { call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { secretsOf } from '@/test/support/servers/mail-server'
import { NEW_PASSWORD } from '@/test/support/requests/valid-input'
import { withMailServer } from '@/test/support/with-mail-server'

const patch = async (key: string, id: string, body: object) =>
  call(change, { method: 'PATCH', key, params: { id }, body })
const rowsOf = async (targetId: string) =>
  database().auditEvent.findMany({ where: { targetId }, orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }] })
const names = (items: { username: string }[]) => items.map(({ username }) => username)
const secretIn = (url: string) => Object.fromEntries(new URLSearchParams(new URL(url).hash.slice(1)))

beforeEach(newInstance)

describe('the list of accounts', () => {
  it('contains each account once, newest first, page by page, without a password hash', async () => {
    const { account, key } = await newAdmin()
    const others = [await newAccount(), await newAccount(), await newAccount()]
    const first = await call(list, { key, path: '/api/v1/test?limit=3' })
    const rest = await call(list, { key, path: `/api/v1/test?limit=3&cursor=${first.json.next_cursor}` })
    const all = [...first.json.items, ...rest.json.items]
    expect(names(all)).toEqual([...others.toReversed(), account].map(({ username }) => username))
    expect(rest.json.next_cursor).toBeNull()
    expect(first.text).not.toContain('$2b$')
    expect(all[0]).toMatchObject({ has_password: true, session_policy: 'default', locked_until: null })
  })

  it('is searched by the start of a username, then of an email, in any spelling, across pages', async () => {
    const { key } = await newAdmin()
    for (const username of ['Bérénice', 'berta', 'other', 'abert'])
      await newAccount({ username, email: `${username === 'other' ? 'Bert' : 'x'}.${username}@example.com` })
    const found = async (q: string, query = '') =>
      (await call(list, { key, path: `/api/v1/test?q=${encodeURIComponent(q)}${query}` })).json
    expect(names((await found('BER')).items)).toEqual(['berta', 'other'])
    expect(names((await found('ｂÉ')).items)).toEqual(['Bérénice'])
    const page = await found('ber', '&limit=1')
    expect(names(page.items)).toEqual(['berta'])
    const next = await found('ber', `&limit=1&cursor=${page.next_cursor}`)
    expect([names(next.items), next.next_cursor]).toEqual([['other'], null])
    for (const q of ['%', '_', 'ert', "'"]) expect((await found(q)).items).toEqual([])
  })

  it('can be filtered by status and role, and sorted by name', async () => {
    const { account, key } = await newAdmin()
    const inactive = await newAccount({ username: 'zoe', isActive: false })
    await newAccount({ username: 'anna' })
    const asked = async (query: string) => names((await call(list, { key, path: `/api/v1/test?${query}` })).json.items)
    expect(await asked('status=inactive')).toEqual([inactive.username])
    expect(await asked('role=admin&status=active')).toEqual([account.username])
    expect(await asked('sort=username')).toEqual(['anna', account.username, 'zoe'])
    expect(await asked('sort=-username&role=user')).toEqual(['zoe', 'anna'])
  })
})

describe('an account created by an administrator', () => {
  it('gets its password through a link that works once, and its email stays unconfirmed', async () => {
    const { key, account: admin } = await newAdmin()
    const { status, json } = await call(add, { key, body: { username: 'grace', email: 'grace@example.com' } })
    expect([status, json.user.has_password, json.password_reset.mailed]).toEqual([201, false, false])
    const reset = { ...secretIn(json.password_reset.url), new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
    expect((await call(login, { body: { username: 'grace', password: NEW_PASSWORD } })).status).toBe(401)
    expect((await call(confirmReset, { body: reset })).status).toBe(200)
    expect((await call(confirmReset, { body: reset })).json.code).toBe('code_invalid')
    const { json: signedIn } = await call(login, { body: { username: 'grace', password: NEW_PASSWORD } })
    expect([signedIn.user.email_verified, signedIn.user.is_admin]).toEqual([false, false])
    const [row, ...others] = (await rowsOf(json.user.id)).filter(({ action }) => action === 'account.created')
    expect([row?.actorUserId, others]).toEqual([admin.id, []])
    expect(JSON.stringify(row)).not.toContain(secretIn(json.password_reset.url)['token'])
  })

  it('gets its link by email if that is configured, and the administrator sees no link', async () => {
    const server = await withMailServer()
    const { key } = await newAdmin()
    const body = { username: 'grace', email: 'grace@example.com', is_admin: true, session_policy: 'one' }
    const { json } = await call(add, { key, body })
    expect(json.password_reset).toMatchObject({ mailed: true, url: null })
    expect(json.user).toMatchObject({ is_admin: true, session_policy: 'one' })
    await delivered()
    const { secrets } = secretsOf(await server.mailTo('grace@example.com', /account is ready/))
    const reset = { ...secrets, new_password: NEW_PASSWORD, confirm_password: NEW_PASSWORD }
    expect((await call(confirmReset, { body: reset })).status).toBe(200)
    expect((await call(detail, { key, params: { id: json.user.id } })).json.email_verified).toBe(true)
  })

  it('is not created if its username or email is taken', async () => {
    const { key } = await newAdmin()
    await newAccount({ username: 'grace', email: 'g@example.com' })
    const before = await database().auditEvent.count()
    for (const [username, email, code] of [
      ['GRACE', 'new@example.com', 'username_taken'],
      ['new', 'G@example.com', 'email_taken'],
    ])
      expect((await call(add, { key, body: { username, email } })).json.code).toBe(code)
    expect([await database().auditEvent.count(), await database().user.count()]).toEqual([before, 2])
  })
})

describe('a change to an account', () => {
  it('leaves one audit row with the old and the new values, and none if nothing changes', async () => {
    const { key, account: admin } = await newAdmin()
    const { id, username } = await newAccount()
    const steps: [object, string, object, object][] = [
      [{ username: 'grace', first_name: 'Grace' }, 'account.updated', { username, first_name: '' }, { username: 'grace', first_name: 'Grace' }],
      [{ is_admin: true }, 'account.admin_granted', { is_admin: false }, { is_admin: true }],
      [{ is_admin: false, last_name: 'H' }, 'account.admin_withdrawn', { is_admin: true, last_name: '' }, { is_admin: false, last_name: 'H' }],
      [{ is_active: false }, 'account.deactivated', { is_active: true }, { is_active: false }],
      [{ is_active: true }, 'account.activated', { is_active: false }, { is_active: true }],
      [{ session_policy: 'limit:3' }, 'account.updated', { session_policy: 'default' }, { session_policy: 'limit:3' }],
    ] // prettier-ignore
    for (const [body, action, before, after] of steps) {
      await database().auditEvent.deleteMany()
      const { status, json } = await patch(key, id, body)
      expect([status, json]).toEqual([200, expect.objectContaining(after)])
      expect((await patch(key, id, body)).status).toBe(200)
      const rows = await rowsOf(id)
      expect(rows.map((row) => [row.action, row.actorUserId, row.userId])).toEqual([[action, admin.id, id]])
      expect(rows[0]?.details).toEqual({ before, after })
    }
  })

  it('leaves an audit row for each right if both change at once, so that either is found by its action', async () => {
    const { key } = await newAdmin()
    const { id } = await newAccount({ isActive: false })
    await patch(key, id, { is_active: true, is_admin: true, first_name: 'Eve' })
    const after = { is_active: true, is_admin: true, first_name: 'Eve' }
    expect((await rowsOf(id)).map(({ action, details }) => [action, details])).toEqual(
      ['account.activated', 'account.admin_granted'].map((action) => [
        action,
        { before: { is_active: false, is_admin: false, first_name: '' }, after },
      ]),
    )
  })

  it('is applied completely or not at all', async () => {
    const { key } = await newAdmin()
    const other = await newAccount()
    const account = await newAccount()
    const device = await newToken(account, 'device')
    const before = await database().auditEvent.count()
    const { json } = await patch(key, account.id, { is_active: false, is_admin: true, username: other.username })
    expect(json.code).toBe('username_taken')
    expect((await call(ownAccount, { key: device.key })).json).toMatchObject({ is_active: true, is_admin: false })
    expect(await database().auditEvent.count()).toBe(before)
  })

  it('requires a recent password if it concerns rights, and never sets a password', async () => {
    const { key, id: tokenId } = await newAdmin()
    const { id } = await newAccount()
    await database().token.update({ where: { id: tokenId }, data: { authTime: secondsAfter(now(), -901) } })
    for (const body of [{ is_active: false }, { is_admin: true }])
      expect((await patch(key, id, body)).json.code).toBe('reauthentication_required')
    expect((await patch(key, id, { first_name: 'Ada' })).status).toBe(200)
    expect((await patch(key, id, { is_admin: true, password: PASSWORD })).status).toBe(200)
    for (const field of ['new_password', 'passwordHash', 'email', 'id', 'isAdmin', 'tokens'])
      expect((await patch(key, id, { first_name: 'A', [field]: 'x' })).json.errors).toMatchObject([
        { pointer: `/${field}` },
      ])
    expect((await patch(key, id, { password: NEW_PASSWORD })).status).toBe(400)
  })

  it('accepts a password only for a step-up: beside other fields the error names it, and nothing changes', async () => {
    const { key } = await newAdmin()
    const { id } = await newAccount()
    for (const field of ['first_name', 'last_name', 'username', 'session_policy']) {
      const body = { [field]: field === 'session_policy' ? 'one' : 'changed', password: NEW_PASSWORD }
      const { status, json } = await patch(key, id, body)
      expect([status, json.errors.map(({ pointer }: { pointer: string }) => pointer)]).toEqual([400, ['/password']])
    }
    expect(await rowsOf(id)).toEqual([])
    expect((await patch(key, id, { first_name: 'Grace', is_admin: true, password: PASSWORD })).status).toBe(200)
  })

  it('is impossible with a personal token, which may only read', async () => {
    const { account } = await newAdmin()
    const { key } = await newToken(account, 'personal', { scopes: ['admin'] })
    const { id } = await newAccount()
    expect((await call(detail, { key, params: { id } })).status).toBe(200)
    for (const answer of [
      await patch(key, id, { is_admin: true }),
      await patch(key, id, { first_name: 'x' }),
      await call(add, { key, body: { username: 'x', email: 'x@example.com' } }),
      await call(startReset, { key, params: { id }, body: {} }),
    ])
      expect(answer.json.code).toBe('credential_not_allowed')
  })

  it('is announced to the owner', async () => {
    const server = await withMailServer()
    const { key } = await newAdmin()
    const account = await newAccount()
    await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: new Date() } })
    await patch(key, account.id, { is_admin: true })
    await delivered()
    const { text } = await server.mailTo(account.email, /administrator changed your account/)
    expect(text).toContain(`${account.username} is now an administrator`)
  })
})
