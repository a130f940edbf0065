import bcrypt from 'bcrypt'
import { afterEach, expect, it, vi } from 'vitest'
import { POST as createJwt } from '@/app/api/v1/auth/jwt/create/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as nonExpiringToken } from '@/app/api/v1/auth/non-expiring-token/route'
import { POST as session } from '@/app/api/v1/auth/session/route'
import { POST as token } from '@/app/api/v1/auth/token/route'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import type { RouteHandler } from '@/lib/edge/http/methods'
import { APP, call } from '@/test/support/requests/api'
import { newAccount, newInstance, PASSWORD } from '@/test/support/factories'
import { ACME } from '@/test/support/identities'
import { watchStatements } from '@/test/support/database/watch-statements'
import { TEST_COST, withSettings } from '@/test/support/with-settings'

afterEach(() => vi.restoreAllMocks())

/** Returns the cost of one failed sign-in: its statements in order, and the rounds of its hashes. */
async function costOf(door: RouteHandler, username: string, password = 'wrong wrong wrong') {
  const hash = vi.spyOn(bcrypt, 'compare')
  const statements = await watchStatements()
  const extra = door === nonExpiringToken ? { token_name: 'x' } : {}
  const headers = { origin: APP, 'sec-fetch-site': 'same-origin' }
  const { status } = await call(door, { body: { username, password, ...extra }, headers })
  const rounds = hash.mock.calls.map(([, stored]) => bcrypt.getRounds(stored))
  vi.restoreAllMocks()
  expect(status).toBe(401)
  return { statements: [...statements], rounds }
}

const inDatabase = (username: string, data: object) =>
  database().user.update({ where: { usernameKey: username }, data })

/** Creates one account for each reason to fail, and returns which password to try with each. */
async function newFailures(): Promise<readonly [username: string, password?: string][]> {
  withSettings({ ADDRESS_LIMIT_PER_MINUTE: '1000', REQUIRE_EMAIL_VERIFICATION: 'true' })
  await newInstance()
  const names = ['wrong', 'again', 'locked', 'inactive', 'no-password', 'unverified', 'right-but-inactive']
  for (const username of names) await newAccount({ username })
  await database().user.updateMany({ data: { emailVerifiedAt: now() } })
  await inDatabase('again', { failedSignIns: 3 })
  await inDatabase('locked', { failedSignIns: 12, lockedUntil: secondsAfter(now(), 600) })
  await inDatabase('inactive', { isActive: false })
  await inDatabase('no-password', { passwordHash: null })
  await inDatabase('unverified', { emailVerifiedAt: null })
  await inDatabase('right-but-inactive', { isActive: false })
  return [...names.slice(0, -1).map((name) => [name] as [string]), ['right-but-inactive', PASSWORD]]
}

it('runs the same statements and hashes for every failed sign-in, whatever the reason', async () => {
  const failures = await newFailures()
  const unknown = await costOf(login, 'nobody')
  expect(unknown.rounds).toEqual([TEST_COST])
  expect(unknown.statements.filter((kind) => kind === 'UPDATE')).toHaveLength(1)
  for (const [username, password] of failures) {
    expect([username, await costOf(login, username, password)]).toEqual([username, unknown])
  }
})

it.each([
  ['login', login],
  ['token', token],
  ['non-expiring-token', nonExpiringToken],
  ['session', session],
  ['jwt/create', createJwt],
])('the %s endpoint does the same work for an unknown name as for a wrong password', async (_, door) => {
  await newFailures()
  expect(await costOf(door, 'nobody')).toEqual(await costOf(door, 'wrong'))
})

it.each([
  ['login', login],
  ['token', token],
  ['non-expiring-token', nonExpiringToken],
  ['session', session],
  ['jwt/create', createJwt],
])(
  'with PASSWORD_SIGN_IN=admins, the %s endpoint does the same work for a right password that may not be used',
  async (_, door) => {
    withSettings({ ...ACME, PASSWORD_SIGN_IN: 'admins' })
    await newFailures()
    await newAccount({ username: 'member' })
    await newAccount({ username: 'boss', isAdmin: true })
    await database().user.updateMany({ data: { emailVerifiedAt: now() } })
    const unknown = await costOf(door, 'nobody')
    expect(await costOf(door, 'member', PASSWORD)).toEqual(unknown)
    expect(await costOf(door, 'boss')).toEqual(unknown)
  },
)
