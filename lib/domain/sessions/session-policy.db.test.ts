import { afterEach, describe, expect, it, vi } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as startSession } from '@/app/api/v1/auth/session/route'
import { POST as idToken } from '@/app/api/v1/auth/token/route'
import { GET as user } from '@/app/api/v1/auth/user/route'
import { database } from '@/lib/db/client'
import { sessionChoices } from '@/lib/domain/sessions/schema'
import { writeUses } from '@/lib/domain/usage/write-uses'
import { APP, call } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { withSettings } from '@/test/support/with-settings'

const credentials = { username: 'maya', password: PASSWORD }
const signIn = (extra: object = {}) => call(login, { body: { ...credentials, ...extra } })
const liveCount = () =>
  database().token.count({ where: { kind: { not: 'personal' }, revokedAt: null, expiresAt: { gt: new Date() } } })

describe('the session policy “one”', () => {
  it('leaves exactly one of twenty concurrent sign-ins, across all endpoints', { timeout: 60_000 }, async () => {
    withSettings({ SESSION_POLICY: 'one' })
    await newAccount({ username: 'maya' })
    const doors = [login, idToken, startSession]
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        call(doors[index % 3] ?? login, { body: credentials, headers: { origin: APP } }),
      ),
    )
    // The server verifies at least ten of the concurrent passwords before the account is locked.
    expect(answers.filter((answer) => answer.status === 200).length).toBeGreaterThanOrEqual(10)
    expect(await liveCount()).toBe(1)
  })

  it('names the token that it signed out, which stops working immediately', async () => {
    withSettings({ SESSION_POLICY: 'one' })
    await newAccount({ username: 'maya' })
    const first = (await signIn({ device_name: 'old phone' })).json
    const second = (await signIn()).json
    expect(second.signed_out).toEqual([{ token_id: first.token_id, name: 'old phone', kind: 'device' }])
    expect((await call(verify, { key: first.key })).json.code).toBe('token_revoked')
    expect((await call(verify, { key: second.key })).status).toBe(200)
  })

  it('does not touch personal tokens', async () => {
    withSettings({ SESSION_POLICY: 'one' })
    const { key } = await newToken(await newAccount({ username: 'maya' }), 'personal')
    await signIn()
    expect((await call(verify, { key })).status).toBe(200)
  })
})

describe('a session limit', () => {
  it('counts sessions, apps and API clients together and signs out the oldest', async () => {
    withSettings({ SESSION_POLICY: 'limit:3' })
    const account = await newAccount({ username: 'maya' })
    const oldest = await newToken(account, 'session')
    await newToken(account, 'device')
    await newToken(account, 'refresh')
    const { json } = await signIn()
    expect(json.signed_out.map((one: { token_id: string }) => one.token_id)).toEqual([oldest.id])
    expect(await liveCount()).toBe(3)
  })

  it('does not count expired or revoked tokens', async () => {
    withSettings({ SESSION_POLICY: 'limit:1' })
    const account = await newAccount({ username: 'maya' })
    await newToken(account, 'session', { expiresAt: new Date(0) })
    const revoked = await newToken(account, 'device')
    await database().token.update({ where: { id: revoked.id }, data: { revokedAt: new Date() } })
    expect((await signIn()).json.signed_out).toEqual([])
  })

  it("can be set for one account, which overrides the server's policy", async () => {
    withSettings({ SESSION_POLICY: 'unlimited' })
    const { id } = await newAccount({ username: 'maya' })
    await database().user.update({ where: { id }, data: { sessionPolicy: 'limit:2' } })
    for (let index = 0; index < 5; index += 1) await signIn()
    expect(await liveCount()).toBe(2)
  })

  it('can reject the new sign-in instead, without signing anything out', async () => {
    withSettings({ SESSION_POLICY: 'limit:2', SESSION_OVERFLOW: 'refuse' })
    await newAccount({ username: 'maya' })
    const answers = []
    for (let index = 0; index < 3; index += 1) answers.push(await signIn())
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 409])
    expect(answers[2]?.json).toMatchObject({ code: 'session_limit_reached' })
    expect(answers[2]?.json).not.toHaveProperty('sessions')
    expect(await liveCount()).toBe(2)
  })

  it('can ask what to sign out, and then signs out only that', async () => {
    withSettings({ SESSION_POLICY: 'limit:2', SESSION_OVERFLOW: 'ask' })
    await newAccount({ username: 'maya' })
    const [first, second] = [(await signIn({ device_name: 'a' })).json, (await signIn({ device_name: 'b' })).json]
    const asked = await signIn()
    expect(asked.json.code).toBe('session_limit_reached')
    expect(asked.json.sessions.map((one: { name: string }) => one.name)).toEqual(['a', 'b'])
    expect(sessionChoices.parse(asked.json).sign_out_count).toBe(1)
    const { status, json } = await signIn({ sign_out: [second.token_id] })
    expect([status, json.signed_out.map((one: { name: string }) => one.name)]).toEqual([200, ['b']])
    expect((await call(verify, { key: first.key })).status).toBe(200)
    expect((await call(verify, { key: second.key })).status).toBe(401)
  })

  it("shows the choices only after the right password, and never signs out another account's token", async () => {
    withSettings({ SESSION_POLICY: 'one', SESSION_OVERFLOW: 'ask' })
    await newAccount({ username: 'maya' })
    const other = await newToken(await newAccount(), 'device')
    await signIn()
    expect((await signIn({ password: 'wrong' })).json).not.toHaveProperty('sessions')
    expect((await signIn({ sign_out: [other.id] })).status).toBe(409)
    expect((await call(verify, { key: other.key })).status).toBe(200)
  })
})

describe('without a session policy', () => {
  it('the oldest of a hundred apps is signed out to make room for one more', async () => {
    const account = await newAccount({ username: 'maya' })
    const oldest = await newToken(account, 'device')
    for (let index = 0; index < 99; index += 1) await newToken(account, 'device')
    const { json } = await signIn()
    expect(json.signed_out.map((one: { token_id: string }) => one.token_id)).toEqual([oldest.id])
    expect(await liveCount()).toBe(100)
  })
})

describe('a session', () => {
  /** Moves the process's clock forward for the rest of the test. */
  const passMinutes = (minutes: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + minutes * 60_000 })

  afterEach(() => vi.useRealTimers())

  /** Signs in a browser with the clock stopped. Returns the value of its cookie. */
  async function signedIn(isAdmin: boolean): Promise<string> {
    passMinutes(0)
    await newAccount({ username: 'maya', isAdmin })
    const { headers } = await call(startSession, { body: credentials, headers: { origin: APP } })
    return /^latchkey=([^;]*)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? ''
  }

  const statusOf = async (session: string) => {
    const { status } = await call(user, { session })
    await writeUses()
    return status
  }

  it.each([
    ['an ordinary account', false, 24 * 60],
    ['an administrator', true, 60],
  ])('of %s expires on the server when it is idle, whatever the cookie says', async (_, isAdmin, idleMinutes) => {
    const session = await signedIn(isAdmin)
    passMinutes(idleMinutes - 1)
    expect(await statusOf(session)).toBe(200)
    passMinutes(idleMinutes - 1)
    expect(await statusOf(session)).toBe(200)
    passMinutes(idleMinutes + 3)
    expect((await call(user, { session })).json.code).toBe('token_expired')
  })

  it.each([
    ['an ordinary account', false, 30 * 24 * 60, 23 * 60],
    ['an administrator', true, 24 * 60, 50],
  ])('of %s expires at its maximum age even in constant use', async (_, isAdmin, minutes, every) => {
    const session = await signedIn(isAdmin)
    for (let passed = every; passed < minutes; passed += every) {
      passMinutes(every)
      expect(await statusOf(session)).toBe(200)
    }
    passMinutes(every)
    expect((await call(user, { session })).json.code).toBe('token_expired')
  })

  it.each([
    [false, 30 * 24, 24],
    [true, 24, 1],
  ])('with isAdmin %s lasts %i hours at most, and %i hours when idle', async (isAdmin, hours, idleHours) => {
    await newAccount({ username: 'maya', isAdmin })
    await call(startSession, { body: credentials, headers: { origin: APP } })
    const { createdAt, expiresAt, idleSeconds, idleExpiresAt } = await database().token.findFirstOrThrow()
    expect(((expiresAt?.getTime() ?? 0) - createdAt.getTime()) / 3_600_000).toBeCloseTo(hours, 1)
    expect(idleSeconds).toBe(idleHours * 3600)
    expect(((idleExpiresAt?.getTime() ?? 0) - createdAt.getTime()) / 1000).toBeCloseTo(idleHours * 3600 + 120, -1)
  })
})
