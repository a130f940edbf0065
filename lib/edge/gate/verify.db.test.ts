import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { database } from '@/lib/db/client'
import { log } from '@/lib/base/log'
import { generateKey } from '@/lib/keys/token-key'
import { call } from '@/test/support/requests/api'
import { newAccount, newToken } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { stopClock } from '@/test/support/stop-clock'
import { withSingleton } from '@/test/support/with-singleton'

describe('verifying a live key', () => {
  it('returns its owner, in the body and in the identity headers', async () => {
    const account = await newAccount({ username: 'maya', email: 'maya@example.com', isAdmin: true })
    const { id, key } = await newToken(account, 'personal', { name: 'ci deploy', scopes: ['read', 'admin'] })
    const { status, json, headers } = await call(verify, { key })
    expect(status).toBe(200)
    expect(json).toEqual({
      active: true,
      user_id: account.id,
      username: 'maya',
      email: 'maya@example.com',
      email_verified: false,
      is_admin: true,
      token_id: id,
      token_name: 'ci deploy',
      kind: 'personal',
      scopes: ['read', 'admin'],
      expires_at: expect.stringMatching(/Z$/),
    })
    const shown = [
      'x-user-id',
      'remote-user',
      'remote-email',
      'remote-groups',
      'x-token-id',
      'x-token-kind',
      'x-token-scopes',
    ]
    expect(shown.map((name) => headers.get(name))).toEqual([
      account.id,
      'maya',
      '',
      'admins',
      id,
      'personal',
      'read%20admin',
    ])
  })

  it('gives the same answer to every method', async () => {
    const { key } = await newToken(await newAccount(), 'device')
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'PROPFIND', 'PURGE'])
      expect((await call(verify, { method, key })).status, method).toBe(200)
  })

  it.each([
    ['maya+ci=a/b', 'maya+ci=a/b'],
    ['zoë%0d', 'zo%C3%AB%250d'],
    ['a\r\nx-user-id: 1', 'a%0D%0Ax-user-id:%201'],
    ['山田🔑\u007f', '%E5%B1%B1%E7%94%B0%F0%9F%94%91%7F'],
  ])('sends visible ASCII as is, and percent-encodes everything else: %s', async (username, sent) => {
    const { key } = await newToken(await newAccount({ username }), 'device')
    const header = (await call(verify, { key })).headers.get('remote-user') ?? ''
    expect([header, decodeURIComponent(header)]).toEqual([sent, username])
  })

  it.each(['scopes=write', 'scoe=write', 'scope=read&scoe=write'])(
    'rejects a typo in the proxy’s query, and warns about it once a minute: %s',
    async (query) => {
      withSingleton('verify-parameter-warning', { quietUntil: 0, unlogged: 0 })
      const warn = vi.spyOn(log(), 'warn')
      onTestFinished(() => warn.mockRestore())
      const { key } = await newToken(await newAccount(), 'personal', { scopes: ['read'] })
      for (let round = 0; round < 3; round += 1) {
        const { status, json } = await call(verify, { key, path: `/v?${query}` })
        expect([status, json.code]).toEqual([403, 'parameter_unknown'])
      }
      expect(warn).toHaveBeenCalledTimes(1)
      expect(warn.mock.calls[0]?.[0]).toMatchObject({ parameter: /sco(?:pes|e)/.exec(query)?.[0] })
    },
  )

  it('passes the email on only once it is verified', async () => {
    const account = await newAccount({ email: 'maya@example.com' })
    await database().user.update({ where: { id: account.id }, data: { emailVerifiedAt: new Date(0) } })
    const { key } = await newToken(account, 'device')
    expect((await call(verify, { key })).headers.get('remote-email')).toBe('maya@example.com')
  })

  it('grants admin and introspect only while the owner is an administrator', async () => {
    const account = await newAccount({ isAdmin: true })
    const { key } = await newToken(account, 'personal', { scopes: ['admin', 'introspect', 'write'] })
    expect((await call(verify, { key })).json.scopes).toEqual(['admin', 'introspect', 'write'])
    await database().user.update({ where: { id: account.id }, data: { isAdmin: false } })
    expect((await call(verify, { key })).json.scopes).toEqual(['write'])
    expect((await call(verify, { key, path: '/v?scope=admin' })).status).toBe(403)
  })

  it('requires every scope and the kind that the query names', async () => {
    const { key } = await newToken(await newAccount(), 'personal', { scopes: ['read'] })
    const ask = async (query: string) => {
      const { status, json, headers } = await call(verify, { key, path: `/v${query}` })
      return [status, json.code, headers.get('www-authenticate')?.includes('error="insufficient_scope"') ?? false]
    }
    expect(await ask('?scope=read&kind=personal')).toEqual([200, undefined, false])
    expect(await ask('?scope=read%20write')).toEqual([403, 'insufficient_scope', true])
    expect(await ask('?scope=read&scope=read')).toEqual([403, 'parameter_unknown', false])
    expect(await ask('?kind=device')).toEqual([403, 'kind_not_allowed', false])
    expect(await ask('?kind=personal&kind=personal')).toEqual([403, 'parameter_unknown', false])
    expect(await ask('?')).toEqual([200, undefined, false])
  })

  it('grants a device every scope of the deployment, and a personal token only those that it was given', async () => {
    const account = await newAccount()
    const device = await newToken(account, 'device')
    const personal = await newToken(account, 'personal')
    expect((await call(verify, { key: device.key })).json.scopes).toEqual(['read', 'write'])
    expect((await call(verify, { key: personal.key })).json.scopes).toEqual([])
  })

  it('creates no token, secret or audit row', async () => {
    const { key } = await newToken(await newAccount(), 'device')
    await call(verify, { key })
    const counts = [database().token.count(), database().tokenSecret.count(), database().auditEvent.count()]
    expect(await Promise.all(counts)).toEqual([1, 1, 0])
  })
})

describe('verification', () => {
  const challenge = 'Token, Bearer realm="latchkey"'

  it('answers token_missing without an error attribute if the request has no credential', async () => {
    for (const input of [
      {},
      { headers: { authorization: 'Basic eDp5' } },
      { path: '/v?access_token=x' },
      { path: '/v?token=x' },
    ]) {
      const { status, json, headers } = await call(verify, input)
      expect([status, json.code, headers.get('www-authenticate')]).toEqual([401, 'token_missing', challenge])
    }
  })

  it('answers token_missing for a key without a scheme, and says that the scheme is missing', async () => {
    const { key } = await newToken(await newAccount(), 'personal')
    const { status, json, text } = await call(verify, { headers: { authorization: key } })
    expect([status, json.code, json.detail]).toEqual([401, 'token_missing', expect.stringContaining('scheme')])
    expect(text).not.toContain(key)
    expect((await call(verify, { headers: { authorization: 'whatever' } })).json.detail).toBeUndefined()
  })

  it('ignores a key in the URL or in a cookie', async () => {
    const account = await newAccount()
    const { key } = await newToken(account, 'personal')
    const session = await newToken(account, 'session')
    for (const path of [`/v?access_token=${key}`, `/v?token=${key}`, `/v?key=${key}`]) {
      expect((await call(verify, { path })).json.code).toBe('token_missing')
    }
    expect((await call(verify, { session: session.key })).json.code).toBe('token_missing')
  })

  it.each(['', 'x', 'lkp_short', `lkp_${'0'.repeat(36)}`, "' OR 1=1--", '__proto__', 'a'.repeat(10_000)])(
    'answers token_malformed for a malformed key (%#)',
    async (key) => {
      const { status, json, headers } = await call(verify, { headers: { authorization: `Bearer ${key}` } })
      expect([status, json.code]).toEqual([401, 'token_malformed'])
      expect(headers.get('www-authenticate')).toBe(`${challenge}, error="invalid_token"`)
    },
  )

  it.each(['personal', 'device', 'session', 'refresh'] as const)(
    'answers token_unknown for an unknown %s key',
    async (kind) => {
      expect((await call(verify, { key: generateKey(kind) })).json.code).toBe('token_unknown')
    },
  )

  it('answers token_unknown for session and refresh keys, which belong elsewhere', async () => {
    const account = await newAccount()
    for (const kind of ['session', 'refresh'] as const) {
      const { key } = await newToken(account, kind)
      expect((await call(verify, { key })).json.code).toBe('token_unknown')
    }
  })

  it('says why it rejects a dead key, and reveals no identity', async () => {
    const account = await newAccount()
    const [revoked, idle, superseded] = [
      await newToken(account, 'device'),
      await newToken(account, 'device'),
      await newToken(account, 'device'),
    ]
    const expired = await newToken(account, 'personal', { expiresAt: new Date(Date.now() - 1) })
    const inactive = await newToken(await newAccount({ isActive: false }), 'device')
    const past = new Date(Date.now() - 1)
    await database().token.update({ where: { id: revoked.id }, data: { revokedAt: past } })
    await database().token.update({ where: { id: idle.id }, data: { idleExpiresAt: past } })
    await database().tokenSecret.updateMany({ where: { tokenId: superseded.id }, data: { validUntil: past } })
    const expectations = [
      [revoked, 'token_revoked'], [idle, 'token_expired'], [superseded, 'token_superseded'], [expired, 'token_expired'], [inactive, 'owner_inactive'],
    ] as const // prettier-ignore
    for (const [{ key }, code] of expectations) {
      const { status, json, headers } = await call(verify, { key })
      expect([status, json.code]).toEqual([401, code])
      expect([...headers.keys()].filter((name) => /^(remote-|x-user|x-token)/.test(name))).toEqual([])
    }
  })

  it('rejects a key from the exact millisecond at which it expires', async () => {
    const account = await newAccount()
    const end = stopClock() + 60_000
    const { key } = await newToken(account, 'personal', { expiresAt: new Date(end) })
    stopClock(end - 1)
    expect((await call(verify, { key })).status).toBe(200)
    stopClock(end)
    expect((await call(verify, { key })).json.code).toBe('token_expired')
  })
})
