import bcrypt from 'bcrypt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as idToken } from '@/app/api/v1/auth/token/route'
import { POST as nonExpiring } from '@/app/api/v1/auth/non-expiring-token/route'
import { POST as startSession } from '@/app/api/v1/auth/session/route'
import { database } from '@/lib/db/client'
import { APP, call } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { stopClock } from '@/test/support/stop-clock'
import { TEST_COST, withSettings } from '@/test/support/with-settings'

const doors = [
  ['login', login, {}],
  ['token', idToken, {}],
  ['non-expiring-token', nonExpiring, { token_name: 'press' }],
  ['session', startSession, {}],
] as const

const ours = { origin: APP }

afterEach(() => vi.restoreAllMocks())

describe.each(doors)('the sign-in endpoint %s', (_, door, extra) => {
  it('gives the same answer, to the byte, to a wrong password, an unknown or inactive account, and one without a password', async () => {
    await newAccount({ username: 'right' })
    await newAccount({ username: 'inactive', isActive: false })
    const { id } = await newAccount({ username: 'social' })
    await database().user.update({ where: { id }, data: { passwordHash: null } })
    const bodies = [
      { username: 'right', password: 'wrong' },
      { username: 'unknown', password: PASSWORD },
      { email: 'nobody@example.com', password: PASSWORD },
      { username: 'inactive', password: PASSWORD },
      { username: 'social', password: PASSWORD },
      { username: 'right', password: `${PASSWORD}${' '.repeat(80)}` },
    ]
    const answers = await Promise.all(bodies.map((body) => call(door, { body: { ...body, ...extra }, headers: ours })))
    const shown = answers.map(({ status, text, headers }) => ({ status, text, headers: [...headers] }))
    expect(shown[0]?.status).toBe(401)
    for (const one of shown) expect(one).toEqual(shown[0])
    expect(await database().token.count()).toBe(0)
  })

  it.each(['right', 'unknown', 'inactive'])(
    'costs one bcrypt comparison at the current cost for %s',
    async (username) => {
      await newAccount({ username: 'right' })
      await newAccount({ username: 'inactive', isActive: false })
      const compare = vi.spyOn(bcrypt, 'compare')
      await call(door, { body: { username, password: 'wrong', ...extra }, headers: ours })
      expect(compare.mock.calls.map(([, hash]) => bcrypt.getRounds(hash))).toEqual([TEST_COST])
    },
  )

  it('ignores a key in the request, even a dead one', async () => {
    const account = await newAccount({ username: 'right' })
    const { key } = await newToken(account, 'device', { expiresAt: new Date(0) })
    const answer = await call(door, { body: { username: 'right', password: PASSWORD, ...extra }, key, headers: ours })
    expect(answer.status).toBe(200)
  })

  it('does not set last_login if the password is wrong', async () => {
    const { id } = await newAccount({ username: 'right' })
    await call(door, { body: { username: 'right', password: 'wrong', ...extra }, headers: ours })
    expect((await database().user.findUniqueOrThrow({ where: { id } })).lastLoginAt).toBeNull()
  })

  it.each([
    [{ password: PASSWORD }],
    [{ username: 'a', email: 'a@example.com', password: PASSWORD }],
    [{ username: { contains: '' }, password: PASSWORD }],
    [{ username: 'a', password: { not: '' } }],
    [{ username: 'a', password: 'abc\0d' }],
    [{ username: 'a', password: '\ud800' }],
    [{ username: 'a', password: PASSWORD, is_admin: true }],
  ])('rejects %j as invalid input', async (body) => {
    const answer = await call(door, { body: { ...body, ...extra }, headers: ours })
    expect([answer.status, answer.json.code]).toEqual([400, 'invalid_input'])
  })
})

describe('signing in an app', () => {
  it('returns a working device token, by username or email in any spelling', async () => {
    await newAccount({ username: 'maya', email: 'maya@example.com' })
    for (const who of [
      { username: 'maya' },
      { username: 'ＭＡＹＡ ' },
      { email: 'Maya@Example.com' },
      { username: 'maya@example.com' },
    ]) {
      const { status, json } = await call(login, { body: { ...who, password: PASSWORD, device_name: 'press 4' } })
      expect(status).toBe(200)
      expect(json).toMatchObject({ kind: 'device', user: { username: 'maya' }, signed_out: [] })
      expect(json.key).toMatch(/^lkd_[0-9A-Za-z]{36}$/)
      expect((await call(verify, { key: json.key })).json).toMatchObject({
        token_id: json.token_id,
        token_name: 'press 4',
        kind: 'device',
      })
    }
  })

  it('returns a token that lives for DEVICE_TTL_SECONDS', async () => {
    withSettings({ DEVICE_TTL_SECONDS: '600' })
    await newAccount({ username: 'maya' })
    const now = stopClock()
    const { json } = await call(login, { body: { username: 'maya', password: PASSWORD } })
    expect(Date.parse(json.expires_at)).toBe(now + 600_000)
  })

  it('returns a device token in the id_token format from the token endpoint', async () => {
    await newAccount({ username: 'maya', isAdmin: true })
    const { json } = await call(idToken, { body: { username: 'maya', password: PASSWORD } })
    expect(Object.keys(json).toSorted()).toEqual(['expires_at', 'id_token', 'is_admin', 'user'])
    expect(json).toMatchObject({ user: 'maya', is_admin: true })
    expect((await call(verify, { key: json.id_token })).status).toBe(200)
  })
})

describe('a token by password that never expires', () => {
  const body = { username: 'maya', password: PASSWORD, token_name: 'press' }

  it('is a personal token that works and has no expiry', async () => {
    await newAccount({ username: 'maya' })
    const { json } = await call(nonExpiring, { body })
    expect(json).toMatchObject({ token_name: 'press', user: 'maya', is_admin: false })
    expect((await call(verify, { key: json.id_token })).json).toMatchObject({ kind: 'personal', expires_at: null })
  })

  it('is issued once per name, because its key was shown once', async () => {
    await newAccount({ username: 'maya' })
    await call(nonExpiring, { body })
    const again = await call(nonExpiring, { body })
    expect([again.status, again.json.code]).toEqual([409, 'name_taken'])
  })

  it('is rejected by policy before the password is checked', async () => {
    withSettings({ ALLOW_NON_EXPIRING: 'false' })
    const compare = vi.spyOn(bcrypt, 'compare')
    const answer = await call(nonExpiring, { body })
    expect([answer.status, answer.json.code, compare.mock.calls.length]).toEqual([403, 'non_expiring_disabled', 0])
  })
})
