import { describe, expect, it } from 'vitest'
import { GET as config } from '@/app/api/v1/auth/config/route'
import { GET as events } from '@/app/api/v1/auth/events/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as logoutAll } from '@/app/api/v1/auth/logout-all/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { DELETE as remove, GET as user } from '@/app/api/v1/auth/user/route'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'
import { ACME } from '@/test/support/identities'
import { withSettings } from '@/test/support/with-settings'

describe('signing out everywhere', () => {
  it('revokes sessions and apps, keeps personal tokens, and can keep the caller', async () => {
    const account = await newAccount()
    const [caller, session, device, personal] = [
      await newToken(account, 'device'), await newToken(account, 'session'), await newToken(account, 'device'), await newToken(account, 'personal'),
    ] // prettier-ignore
    const foreign = await newToken(await newAccount(), 'device')
    expect((await call(logoutAll, { body: { keep_current: true }, key: caller.key })).json).toEqual({ revoked: 2 })
    const statuses = async () =>
      [await call(user, { key: caller.key }), await call(user, { session: session.key }), await call(user, { key: device.key }), await call(user, { key: personal.key }), await call(user, { key: foreign.key })].map(
        (answer) => answer.status,
      ) // prettier-ignore
    expect(await statuses()).toEqual([200, 401, 401, 200, 200])
    expect((await call(logoutAll, { body: {}, key: caller.key })).json).toEqual({ revoked: 1 })
    expect(await statuses()).toEqual([401, 401, 401, 200, 200])
  })

  it('clears the cookie of the browser that requests it', async () => {
    const { key } = await newToken(await newAccount(), 'session')
    const answer = await call(logoutAll, { body: {}, session: key })
    expect(answer.headers.get('set-cookie')).toMatch(/^latchkey=; /)
  })
})

describe('deleting an account', () => {
  it('invalidates all its credentials, keeps its audit rows, and never frees its username', async () => {
    await newInstance()
    const account = await newAccount({ username: 'maya' })
    const [device, personal] = [await newToken(account, 'device'), await newToken(account, 'personal')]
    const answer = await call(remove, { method: 'DELETE', key: device.key, body: { password: PASSWORD } })
    expect(answer.status).toBe(204)
    for (const { key } of [device, personal]) expect((await call(user, { key })).json.code).toBe('token_unknown')
    expect((await call(login, { body: { username: 'maya', password: PASSWORD } })).status).toBe(401)
    expect(await database().auditEvent.count({ where: { userId: account.id, action: 'account.deleted' } })).toBe(1)
    const again = { username: 'Maya', email: 'new@example.com', password: PASSWORD, confirm_password: PASSWORD }
    expect((await call(register, { body: again })).json.code).toBe('username_taken')
  })

  it('requires the password', async () => {
    await newInstance()
    const { key } = await newToken(await newAccount(), 'device')
    expect((await call(remove, { method: 'DELETE', key, body: {} })).status).toBe(400)
    expect((await call(remove, { method: 'DELETE', key, body: { password: 'wrong' } })).json.code).toBe(
      'password_incorrect',
    )
    expect((await call(user, { key })).status).toBe(200)
  })

  it('leaves one active administrator, even if the last two delete themselves at once', async () => {
    await newInstance()
    const admins = [await newAccount({ isAdmin: true }), await newAccount({ isAdmin: true })]
    await newAccount({ isAdmin: true, isActive: false })
    const keys = await Promise.all(admins.map((admin) => newToken(admin, 'device')))
    const answers = await Promise.all(
      keys.map(({ key }) => call(remove, { method: 'DELETE', key, body: { password: PASSWORD } })),
    )
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([204, 409])
    expect(answers.find((answer) => answer.status === 409)?.json.code).toBe('last_admin')
    expect(await database().user.count({ where: { isAdmin: true, isActive: true } })).toBe(1)
  })
})

describe('the activity of an account', () => {
  it('contains its own events, newest first, page by page, and says whether the owner caused them', async () => {
    const account = await newAccount({ username: 'maya' })
    await newAccount({ username: 'eve' })
    const { json } = await call(login, { body: { username: 'maya', password: PASSWORD } })
    await call(login, { body: { username: 'eve', password: PASSWORD } })
    await call(logoutAll, { body: { keep_current: true }, key: json.key })
    for (let index = 0; index < 3; index += 1) await call(login, { body: { username: 'maya', password: PASSWORD } })
    const first = (await call(events, { key: json.key, path: '/e?limit=3' })).json
    const second = (await call(events, { key: json.key, path: `/e?limit=3&cursor=${first.next_cursor}` })).json
    const all = [...first.items, ...second.items]
    expect(all.map((event: { action: string }) => event.action)).toEqual(Array(4).fill('device.signed_in'))
    expect(all.every((event: { by_you: boolean }) => event.by_you)).toBe(true)
    expect(second.next_cursor).toBeNull()
    expect(await database().auditEvent.count({ where: { userId: account.id } })).toBe(4)
  })

  it('rejects malformed cursors and those of other lists', async () => {
    const { key } = await newToken(await newAccount(), 'device')
    for (const cursor of ['x', Buffer.from('name\nx\n-').toString('base64url')]) {
      expect((await call(events, { key, path: `/e?cursor=${cursor}` })).json.errors[0].pointer).toBe('/cursor')
    }
  })
})

it('the configuration endpoint lists the providers in the order of the settings, and who can use a password', async () => {
  await newInstance()
  const labelled = { PROVIDER_GOOGLE_CLIENT_ID: 'x', PROVIDER_ACME_LABEL: 'Acme SSO' }
  withSettings({ ...ACME, ...labelled, PROVIDERS: 'google,acme', PASSWORD_SIGN_IN: 'admins' })
  expect((await call(config)).json).toMatchObject({
    providers: [
      { id: 'google', label: 'Google' },
      { id: 'acme', label: 'Acme SSO' },
    ],
    password_sign_in: 'admins',
  })
})

it('the configuration endpoint tells anyone what pages need', async () => {
  await newInstance()
  expect((await call(config)).json).toEqual({
    registration: 'open',
    setup_open: true,
    captcha: null,
    device_flow: true,
    providers: [],
    password_sign_in: 'on',
    password: { length_min: 12, bytes_max: 72 },
    scopes: ['read', 'write'],
    tokens: { default_ttl_seconds: 7_776_000, max_ttl_seconds: 31_536_000, can_never_end: true, count_max: 50 },
  })
})
