import bcrypt from 'bcrypt'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as nonExpiring } from '@/app/api/v1/auth/non-expiring-token/route'
import { POST as changePassword } from '@/app/api/v1/auth/password/change/route'
import { POST as reauthenticate } from '@/app/api/v1/auth/reauthenticate/route'
import { POST as startSession } from '@/app/api/v1/auth/session/route'
import { POST as idToken } from '@/app/api/v1/auth/token/route'
import { hashPassword, type PasswordPlaintext } from '@/lib/base/passwords/password-hash'
import { database } from '@/lib/db/client'
import { log } from '@/lib/base/log'
import { APP, call } from '@/test/support/requests/api'
import { newAccount, newToken, PASSWORD } from '@/test/support/factories'
import { verify } from '@/test/support/requests/gate-route'
import { stopClock } from '@/test/support/stop-clock'
import { waitUntil } from '@/test/support/wait-until'
import { TEST_COST, withSettings } from '@/test/support/with-settings'

const wrong = { username: 'maya', password: 'wrong' }
const right = { username: 'maya', password: PASSWORD }

const status = async (body: object) => (await call(login, { body })).status

async function failTimes(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) expect(await status(wrong)).toBe(401)
}

/** Signs in and returns the cookie that marks the browser as known. */
async function markOf(username = 'maya'): Promise<string> {
  const { headers } = await call(startSession, { body: { username, password: PASSWORD }, headers: { origin: APP } })
  const mark = headers.getSetCookie().find((cookie) => cookie.startsWith('latchkey-known='))
  return mark?.split(';')[0] ?? ''
}

const failures = async () => (await database().user.findFirstOrThrow({ where: { username: 'maya' } })).failedSignIns

/** Moves the process's clock forward for the rest of the test. */
function passSeconds(seconds: number): void {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + seconds * 1000 })
}

/** Makes bcrypt reject every password, once `before` has resolved. */
function rejectEveryPassword(before: Promise<unknown> = Promise.resolve()) {
  // The types know only the overload with a callback.
  return vi.spyOn(bcrypt, 'compare').mockReturnValue(before.then(() => false) as never)
}

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

describe('an account', { timeout: 60_000 }, () => {
  it('is locked for ten minutes after ten failures in a row, without revealing it', async () => {
    await newAccount({ username: 'maya' })
    await failTimes(10)
    const locked = await call(login, { body: right })
    const unknown = await call(login, { body: { username: 'nobody', password: 'x' } })
    expect([locked.status, locked.text]).toEqual([401, unknown.text])
    passSeconds(590)
    expect(await status(right)).toBe(401)
    passSeconds(11)
    expect(await status(right)).toBe(200)
  })

  it('is not locked by nine failures, and a success resets the count', async () => {
    await newAccount({ username: 'maya' })
    await failTimes(9)
    expect(await status(right)).toBe(200)
    expect(await failures()).toBe(0)
    await failTimes(9)
    expect(await status(right)).toBe(200)
  })

  it('is locked a minute longer each time, up to fifteen, and permanently after eighty failures', async () => {
    const { id, passwordHash } = await newAccount({ username: 'maya' })
    const refused = rejectEveryPassword()
    const minutes: number[] = []
    while (minutes.length < 10) {
      const now = stopClock()
      await failTimes(10)
      const { lockedUntil } = await database().user.findUniqueOrThrow({ where: { id } })
      const seconds = ((lockedUntil?.getTime() ?? 0) - now) / 1000
      minutes.push(seconds / 60)
      passSeconds(seconds + 1)
    }
    expect(minutes).toEqual([10, 11, 12, 13, 14, 15, 15, 15, 15, 15])
    expect(refused.mock.calls.filter(([, hash]) => hash === passwordHash)).toHaveLength(80)
    refused.mockRestore()
    const compare = vi.spyOn(bcrypt, 'compare')
    passSeconds(86_400)
    expect(await status(right)).toBe(401)
    expect(compare.mock.calls.map(([, hash]) => hash)).not.toContain(passwordHash)
  })

  it('costs one hash at the current cost while it is locked, and not its own hash', async () => {
    const { passwordHash } = await newAccount({ username: 'maya' })
    await failTimes(10)
    const compare = vi.spyOn(bcrypt, 'compare')
    await status(right)
    expect(compare.mock.calls.map(([, hash]) => bcrypt.getRounds(hash))).toEqual([TEST_COST])
    expect(compare.mock.calls[0]?.[1]).not.toBe(passwordHash)
  })

  it('has at most ten of fifty simultaneous guesses compared, wherever the right one is', async () => {
    const { passwordHash } = await newAccount({ username: 'maya' })
    // Rejects the right password too: if accepted, it would clear the count for the guesses after it.
    const compare = rejectEveryPassword()
    const place = Math.floor(Math.random() * 50)
    const guesses = Array.from({ length: 50 }, (_, index) => (index === place ? right : wrong))
    await Promise.all(guesses.map(status))
    const looked = compare.mock.calls.filter(([, hash]) => hash === passwordHash)
    expect(looked.length).toBeLessThanOrEqual(10)
  })

  it('has exactly ten of thirty guesses compared if all are counted before the first comparison', async () => {
    const { passwordHash } = await newAccount({ username: 'maya' })
    const allCounted = waitUntil(
      async () => (await failures()) === 30,
      () => '30 counted guesses',
    )
    const compare = rejectEveryPassword(allCounted)
    await Promise.all(Array.from({ length: 30 }, () => status(wrong)))
    expect(compare.mock.calls.filter(([, hash]) => hash === passwordHash)).toHaveLength(10)
  })

  it('counts each of fifty simultaneous wrong guesses', async () => {
    await newAccount({ username: 'maya' })
    // The mock answers immediately, so the hashing queue never fills. A guess that finds it full is not counted.
    rejectEveryPassword()
    await Promise.all(Array.from({ length: 50 }, () => status(wrong)))
    expect(await failures()).toBe(50)
    expect(await status(right)).toBe(401)
  })

  it('has one counter for every spelling of its username and email', async () => {
    const { passwordHash } = await newAccount({ username: 'maya', email: 'maya@example.com' })
    const compare = rejectEveryPassword()
    const spellings = ['maya', 'MAYA', ' maya ', 'ｍａｙａ', 'Maya@Example.COM']
    for (const username of [...spellings, ...spellings, ...spellings]) {
      expect(await status({ ...wrong, username })).toBe(401)
    }
    expect(await failures()).toBe(15)
    expect(compare.mock.calls.filter(([, hash]) => hash === passwordHash)).toHaveLength(10)
  })

  it('keeps its tokens live while it is locked', async () => {
    const account = await newAccount({ username: 'maya' })
    const { key } = await newToken(account, 'device')
    await failTimes(11)
    expect((await call(verify, { key })).status).toBe(200)
  })

  it('has one counter for all endpoints that take a password', async () => {
    const account = await newAccount({ username: 'maya' })
    const { key } = await newToken(account, 'device')
    const ours = { origin: APP }
    const doors = [
      () => call(login, { body: wrong }),
      () => call(idToken, { body: wrong }),
      () => call(nonExpiring, { body: { ...wrong, token_name: 'x' } }),
      () => call(startSession, { body: wrong, headers: ours }),
      () => call(reauthenticate, { body: { password: 'wrong' }, key }),
      () =>
        call(changePassword, {
          body: { old_password: 'wrong', new_password: 'a quite new one', confirm_password: 'a quite new one' },
          key,
        }),
    ]
    for (const door of [...doors, ...doors.slice(0, 4)]) expect([401, 403]).toContain((await door()).status)
    expect(await failures()).toBe(10)
    expect(await status(right)).toBe(401)
    expect((await call(startSession, { body: right, headers: ours })).status).toBe(401)
    expect((await call(reauthenticate, { body: { password: PASSWORD }, key })).json.code).toBe('password_incorrect')
  })

  it('stays open to a known browser while it is locked, but not to the known browser of another account', async () => {
    await newAccount({ username: 'maya' })
    await newAccount({ username: 'eve' })
    const signIn = (body: object, cookie = '') => call(startSession, { body, headers: { origin: APP, cookie } })
    const [mine, foreign] = [await markOf('maya'), await markOf('eve')]
    await failTimes(11)
    expect((await signIn(right, foreign)).status).toBe(401)
    expect((await signIn(right, `${mine.slice(0, -1)}${mine.endsWith('A') ? 'B' : 'A'}`)).status).toBe(401)
    expect((await signIn(right, mine)).status).toBe(200)
  })

  it('forgets its known browsers when the password changes', async () => {
    const account = await newAccount({ username: 'maya' })
    const mark = await markOf()
    const other = await hashPassword('nine lanterns over the quiet harbour' as PasswordPlaintext, TEST_COST)
    await database().user.update({ where: { id: account.id }, data: { passwordHash: other } })
    await call(startSession, { body: wrong, headers: { origin: APP, cookie: mark } })
    expect(await failures()).toBe(1)
  })

  it('allows twenty guesses in a row in total from all its known browsers', async () => {
    await newAccount({ username: 'maya' })
    const marks = [await markOf(), await markOf(), await markOf()]
    const signIn = async (body: object, mark = '') =>
      (await call(startSession, { body, headers: { origin: APP, cookie: mark } })).status
    const compare = rejectEveryPassword()
    for (const mark of marks) for (let count = 0; count < 9; count += 1) expect(await signIn(wrong, mark)).toBe(401)
    expect(compare.mock.calls.filter(([, hash]) => !hash.endsWith('....'))).toHaveLength(20)
    vi.restoreAllMocks()
    expect(await signIn(right, marks[2])).toBe(401)
    // Strangers have a separate allowance, and a success clears both.
    expect(await status(right)).toBe(200)
    expect(await signIn(right, marks[0])).toBe(200)
  })

  it('allows at most ten guesses in ten minutes from a known browser', async () => {
    await newAccount({ username: 'maya' })
    const signIn = (body: object, cookie = '') => call(startSession, { body, headers: { origin: APP, cookie } })
    const cookies = (await signIn(right)).headers.getSetCookie()
    const mark = cookies.find((cookie) => cookie.startsWith('latchkey-known='))?.split(';')[0] ?? ''
    for (let index = 0; index < 10; index += 1) expect((await signIn(wrong, mark)).status).toBe(401)
    expect((await signIn(right, mark)).status).toBe(401)
    expect(await failures()).toBe(0)
  })
})

describe('a client address', () => {
  it('may submit a limited number of passwords a minute across all endpoints, and is told when to retry', async () => {
    withSettings({ ADDRESS_LIMIT_PER_MINUTE: '4' })
    await newAccount({ username: 'maya' })
    const context = { address: `198.51.100.${Math.floor(Math.random() * 250)}` }
    const first = [login, idToken, login, idToken].map((door) => call(door, { body: wrong, context }))
    expect((await Promise.all(first)).map((answer) => answer.status)).toEqual([401, 401, 401, 401])
    const refused = await call(idToken, { body: right, context })
    expect([refused.status, refused.json.code]).toEqual([429, 'too_many_requests'])
    expect(refused.headers.get('retry-after')).toMatch(/^[1-9]\d?$/)
    expect((await call(login, { body: right, context: { address: '203.0.113.77' } })).status).toBe(200)
    expect((await call(login, { body: right, context })).status).toBe(429)
  })

  it('is a whole /64 in IPv6', async () => {
    withSettings({ ADDRESS_LIMIT_PER_MINUTE: '3' })
    const net = `2001:db8:${Math.floor(Math.random() * 60_000).toString(16)}:1`
    const answers = []
    for (const host of ['1', '2', 'ffff', 'abcd:1'])
      answers.push(await call(login, { body: wrong, context: { address: `${net}::${host}` } }))
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401, 429])
  })
})

describe('a password', () => {
  it('is rehashed at sign-in if the cost was raised, and earlier tokens stay live', async () => {
    const account = await newAccount({ username: 'maya' })
    const { key } = await newToken(account, 'device')
    withSettings({ BCRYPT_COST: '11' })
    expect(await status(wrong)).toBe(401)
    expect(await status(right)).toBe(200)
    const { passwordHash } = await database().user.findUniqueOrThrow({ where: { id: account.id } })
    expect(passwordHash).toMatch(/^\$2b\$11\$/)
    expect(await status(right)).toBe(200)
    expect((await call(verify, { key })).status).toBe(200)
  })
})

it('a rejected sign-in is logged with the client address, and without username and password', async () => {
  const info = vi.spyOn(log(), 'info')
  await call(login, { body: { username: 'nobody', password: 'wrong-password' } })
  const line = { code: 'credentials_invalid', address: expect.any(String), request_id: expect.any(String) }
  expect(info.mock.calls).toEqual([[expect.objectContaining(line), 'request rejected']])
  expect(JSON.stringify(info.mock.calls)).not.toMatch(/nobody|wrong-password/)
})
