import { afterEach, expect, it, vi } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { database } from '@/lib/db/client'
import { log } from '@/lib/base/log'
import { call } from '@/test/support/requests/api'
import { newAccount } from '@/test/support/factories'

afterEach(() => vi.restoreAllMocks())

const alarms = (spy: { mock: { calls: unknown[][] } }) =>
  spy.mock.calls.filter((call) => call.some((part) => String(part).startsWith('alarm'))).length

it('logs one alarm for guesses spread over many accounts, and none for many guesses at one account', async () => {
  const spy = vi.spyOn(log(), 'error').mockImplementation(() => undefined)
  await newAccount({ username: 'maya' })
  const guess = (username: string) => call(login, { body: { username, password: 'wrong' } })
  for (let index = 0; index < 12; index += 1) await guess('maya')
  expect(alarms(spy)).toBe(0)
  // Only the first failure of an account counts. Resetting this account each time makes it stand in for many.
  const { id } = await database().user.findFirstOrThrow()
  for (let index = 0; index < 60; index += 1) {
    await database().user.update({ where: { id }, data: { failedSignIns: 0, signInsAllowed: 10, lockedUntil: null } })
    await guess('maya')
  }
  expect(alarms(spy)).toBe(1)
}, 120_000)
