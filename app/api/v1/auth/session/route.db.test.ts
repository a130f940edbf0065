import { describe, expect, it } from 'vitest'
import { POST as logout } from '@/app/api/v1/auth/logout/route'
import { DELETE as end, POST as start } from '@/app/api/v1/auth/session/route'
import { GET as user } from '@/app/api/v1/auth/user/route'
import { database } from '@/lib/db/client'
import { APP, call } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { withSettings } from '@/test/support/with-settings'

const credentials = { username: 'maya', password: PASSWORD }
const cookieOf = (headers: Headers) => /^(?:__Host-)?latchkey=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''

describe('starting a session', () => {
  it('puts the key only into the cookie, and signs the browser in', async () => {
    await newAccount({ username: 'maya' })
    const answer = await call(start, { body: credentials, headers: { origin: APP } })
    expect(answer.status).toBe(200)
    expect(answer.json).toMatchObject({ user: { username: 'maya' }, signed_out: [] })
    const key = cookieOf(answer.headers)
    expect(key).toMatch(/^lks_[0-9A-Za-z]{36}$/)
    expect(answer.text).not.toContain(key)
    expect((await call(user, { session: key })).json.username).toBe('maya')
  })

  it('sets a cookie that is bound to the host over HTTPS', async () => {
    withSettings({ APP_URL: 'https://keys.example.com' })
    await newAccount({ username: 'maya' })
    const { headers } = await call(start, { body: credentials, headers: { origin: 'https://keys.example.com' } })
    const [session, known] = headers.getSetCookie()
    expect(session).toMatch(
      /^__Host-latchkey=lks_[0-9A-Za-z]{36}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=2592000; Secure$/,
    )
    expect(known).toMatch(/^__Host-latchkey-known=[^;]+; Path=\/; HttpOnly; SameSite=Lax; Max-Age=31536000; Secure$/)
  })

  it('issues a new key each time, even to a browser that already has one', async () => {
    const account = await newAccount({ username: 'maya' })
    const planted = await newToken(account, 'session')
    const { headers } = await call(start, { body: credentials, session: planted.key })
    expect(cookieOf(headers)).not.toBe(planted.key)
  })

  it.each([
    ['the same account', 'maya'],
    ['another account', 'eve'],
  ])('revokes the session of %s in the browser’s cookie, and no other', async (_, username) => {
    const [maya, eve] = [await newAccount({ username: 'maya' }), await newAccount({ username: 'eve' })]
    const owner = username === 'maya' ? maya : eve
    const [replaced, other] = [await newToken(owner, 'session'), await newToken(owner, 'session')]
    expect((await call(start, { body: credentials, session: replaced.key })).status).toBe(200)
    const find = (id: string) => database().token.findUniqueOrThrow({ where: { id } })
    expect(await find(replaced.id)).toMatchObject({ revokedReason: 'replaced' })
    expect(await find(other.id)).toMatchObject({ revokedAt: null })
  })

  it('keeps the session in the browser’s cookie if the password is wrong', async () => {
    const { id, key } = await newToken(await newAccount({ username: 'maya' }), 'session')
    expect((await call(start, { body: { ...credentials, password: 'wrong' }, session: key })).status).toBe(401)
    expect(await database().token.findUniqueOrThrow({ where: { id } })).toMatchObject({ revokedAt: null })
  })

  it.each([
    ['neither Origin nor Sec-Fetch-Site', {}],
    ['another origin', { origin: 'https://evil.example' }],
    ['a sibling site', { origin: APP, 'sec-fetch-site': 'same-site' }],
  ])('is rejected with %s', async (_, headers) => {
    await newAccount({ username: 'maya' })
    const answer = await call(start, { body: credentials, headers })
    expect([answer.status, answer.json.code]).toEqual([403, 'cross_site_request'])
    expect(answer.headers.get('set-cookie')).toBeNull()
    expect(await database().token.count()).toBe(0)
  })

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/json, text/plain',
  ])('rejects a body of type %s', async (type) => {
    const answer = await call(start, { method: 'POST', rawBody: '{}', headers: { origin: APP, 'content-type': type } })
    expect([answer.status, answer.json.code]).toEqual([415, 'unsupported_media_type'])
  })
})

describe.each([
  ['DELETE /auth/session', end, 'DELETE'],
  ['POST /auth/logout', logout, 'POST'],
] as const)('signing out by %s', (_, route, method) => {
  it('revokes the session, clears the cookie, and the old cookie stops working', async () => {
    const { key } = await newToken(await newAccount(), 'session')
    const answer = await call(route, { method, session: key })
    expect(answer.status).toBe(204)
    expect(answer.headers.get('set-cookie')).toMatch(/^latchkey=; .*Max-Age=0/)
    expect(answer.headers.get('clear-site-data')).toBe('"cache", "storage"')
    expect((await call(user, { session: key })).json.code).toBe('token_revoked')
    expect((await call(route, { method, session: key })).status).toBe(401)
  })

  it('is rejected from another site, and the session stays live', async () => {
    const { key } = await newToken(await newAccount(), 'session')
    const answer = await call(route, { method, session: key, headers: { origin: 'https://evil.example' } })
    expect(answer.status).toBe(403)
    expect((await call(user, { session: key })).status).toBe(200)
  })
})

describe('logging out', () => {
  it.each(['device', 'personal'] as const)('revokes the %s token presented, and no other', async (kind) => {
    const account = await newAccount()
    const [mine, other] = [await newToken(account, kind), await newToken(account, kind)]
    const answer = await call(logout, { method: 'POST', key: mine.key })
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([204, null])
    expect((await call(verify, { key: mine.key })).json.code).toBe('token_revoked')
    expect((await call(verify, { key: other.key })).status).toBe(200)
  })

  it('is impossible with GET', async () => {
    const { key } = await newToken(await newAccount(), 'session')
    const { GET } = await import('@/app/api/v1/auth/logout/route')
    const answer = await call(GET, { method: 'GET', session: key })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST'])
    expect((await call(user, { session: key })).status).toBe(200)
  })
})

describe('a credential', () => {
  it.each(['session', 'device', 'personal', 'refresh'] as const)(
    'of kind %s is accepted only in its own place',
    async (kind) => {
      const { key } = await newToken(await newAccount(), kind)
      const asCookie = await call(user, { session: key })
      const asToken = await call(user, { key })
      const asBearer = await call(user, { headers: { authorization: `bEaReR ${key}` } })
      const own = kind === 'device' || kind === 'personal' ? 200 : 401
      expect([asCookie.status, asToken.status, asBearer.status]).toEqual([kind === 'session' ? 200 : 401, own, own])
    },
  )

  it('in Authorization hides the cookie entirely, even if it is dead', async () => {
    const account = await newAccount()
    const session = await newToken(account, 'session')
    const dead = await newToken(account, 'device', { expiresAt: new Date(0) })
    expect((await call(user, { session: session.key, key: dead.key })).json.code).toBe('token_expired')
  })

  it('of another scheme belongs to a proxy and does not hide the cookie', async () => {
    const { key } = await newToken(await newAccount(), 'session')
    expect((await call(user, { session: key, headers: { authorization: 'Basic dXNlcjpwYXNz' } })).status).toBe(200)
  })

  it('sent twice is rejected, even if one is valid', async () => {
    const account = await newAccount()
    const [one, other] = [await newToken(account, 'session'), await newToken(account, 'session')]
    const cookie = `latchkey=${one.key}; latchkey=${other.key}`
    expect((await call(user, { headers: { cookie } })).status).toBe(401)
    const device = await newToken(account, 'device')
    expect((await call(user, { key: device.key, context: { authorizationCount: 2 } })).status).toBe(401)
  })

  it('does not work with any character changed', async () => {
    const { key } = await newToken(await newAccount(), 'session')
    for (let place = 0; place < key.length; place += 1) {
      const changed = key.slice(0, place) + (key.charAt(place) === 'x' ? 'y' : 'x') + key.slice(place + 1)
      expect((await call(user, { session: changed })).status).toBe(401)
    }
  })
})
