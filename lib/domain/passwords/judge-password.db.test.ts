import { describe, expect, it } from 'vitest'
import { POST as confirmReset } from '@/app/api/v1/auth/password/reset/confirm/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { POST as setup } from '@/app/api/v1/setup/route'
import { database } from '@/lib/db/client'
import { call } from '@/test/support/requests/api'
import { newInstance, PASSWORD } from '@/test/support/factories'
import { withSettings } from '@/test/support/with-settings'
import { withSingleton } from '@/test/support/with-singleton'

const withPassword = (password: string) => ({ password, confirm_password: password })
const input = { username: 'maya', email: 'maya@example.com', ...withPassword(PASSWORD) }

/** Counts the judged passwords, and returns this verdict for each. */
function watchJudge(verdict: () => Promise<string | null> = async () => null): () => number {
  let asked = 0
  withSingleton('password-judge', {
    judge: () => {
      asked += 1
      return verdict()
    },
  })
  return () => asked
}

describe('a new password', () => {
  it('is judged once', async () => {
    const judged = watchJudge()
    expect((await call(register, { body: input })).status).toBe(201)
    expect(judged()).toBe(1)
  })

  it('is rejected with a reason, and never hashed, when it is easy to guess', async () => {
    const { status, json } = await call(register, { body: { ...input, ...withPassword('maya@example.com') } })
    expect([status, json.errors[0].pointer]).toEqual([400, '/password'])
    expect(json.errors[0].detail).toMatch(/^Too easy to guess\. \S/)
    expect(await database().user.count()).toBe(0)
  })

  it('is not accepted without a verdict', async () => {
    watchJudge(() => Promise.reject(new Error('the thread cannot start')))
    const { status, json, headers } = await call(register, { body: input })
    expect([status, json.code, headers.get('retry-after')]).toEqual([503, 'busy', '2'])
    expect(await database().user.count()).toBe(0)
  })

  const reset = { uid: 'x', token: 'x', new_password: PASSWORD, confirm_password: PASSWORD }
  it.each([
    ['registration is closed', register, { REGISTRATION: 'closed' }, input, 403],
    ['an invitation is missing', register, { REGISTRATION: 'invite' }, input, 403],
    ['an invitation is unknown', register, { REGISTRATION: 'invite' }, { ...input, invite: 'x' }, 400],
    ['it is too short', register, {}, { ...input, ...withPassword('short') }, 400],
    ['the confirmation differs', register, {}, { ...input, confirm_password: 'another' }, 400],
    ['another field is invalid', register, {}, { ...input, email: 'no' }, 400],
    ['the setup code is wrong', setup, {}, { ...input, setup_code: 'wrong' }, 403],
    ['the reset link is unknown', confirmReset, {}, reset, 400],
  ])('is not judged when %s', async (_, route, settings, body, status) => {
    await newInstance()
    withSettings(settings)
    const judged = watchJudge()
    expect((await call(route, { body })).status).toBe(status)
    expect(judged()).toBe(0)
  })

  it('is not judged once the client address is over its rate limit', async () => {
    withSettings({ ADDRESS_LIMIT_PER_MINUTE: '1' })
    const judged = watchJudge()
    expect((await call(register, { body: input })).status).toBe(201)
    expect((await call(register, { body: { ...input, username: 'two', email: 'two@example.com' } })).status).toBe(429)
    expect(judged()).toBe(1)
  })
})
