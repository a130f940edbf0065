import { describe, expect, it } from 'vitest'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as nonExpiring } from '@/app/api/v1/auth/non-expiring-token/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { POST as resend } from '@/app/api/v1/auth/resend-email/route'
import { POST as session } from '@/app/api/v1/auth/session/route'
import { POST as idToken } from '@/app/api/v1/auth/token/route'
import { GET as user } from '@/app/api/v1/auth/user/route'
import { POST as verifyEmail } from '@/app/api/v1/auth/verify-email/route'
import { POST as setup } from '@/app/api/v1/setup/route'
import { deriveSetupCode } from '@/lib/domain/accounts/registration/setup-code'
import { database } from '@/lib/db/client'
import { instanceSecret } from '@/lib/base/instance-secret'
import { APP, call } from '@/test/support/requests/api'
import { delivered } from '@/test/support/delivered'
import { newAccount, newInstance, PASSWORD } from '@/test/support/factories'
import { secretsOf } from '@/test/support/servers/mail-server'
import { withMailServer } from '@/test/support/with-mail-server'
import { withSettings } from '@/test/support/with-settings'

const input = { username: 'maya', email: 'maya@example.com', password: PASSWORD, confirm_password: PASSWORD }
const credentials = { username: 'maya', password: PASSWORD }

async function registered(required: boolean) {
  const server = await withMailServer()
  withSettings({ REQUIRE_EMAIL_VERIFICATION: String(required) })
  const answer = await call(register, { body: input })
  await delivered()
  const { secrets } = secretsOf(await server.mailTo(input.email, /Confirm/))
  return { server, answer, key: secrets['key'] }
}

describe('the email of a new account', () => {
  it('is confirmed by the link sent to it, once', async () => {
    const { answer, key } = await registered(false)
    expect([answer.status, answer.json.email_verified]).toEqual([201, false])
    expect((await call(verifyEmail, { body: { key } })).json).toEqual({ email: input.email })
    const device = await call(login, { body: credentials })
    expect((await call(user, { key: device.json.key })).json.email_verified).toBe(true)
    expect((await call(verifyEmail, { body: { key } })).json.code).toBe('code_invalid')
  })

  it('is not confirmed by a link to the account’s previous email', async () => {
    const { key } = await registered(false)
    await database().user.updateMany({ data: { email: 'b@example.com', emailKey: 'b@example.com' } })
    expect((await call(verifyEmail, { body: { key } })).json.code).toBe('code_invalid')
    expect((await database().user.findFirstOrThrow()).emailVerifiedAt).toBeNull()
  })

  it('gets a new link on request, three an hour including the first, and the previous one stops working', async () => {
    const { server, key } = await registered(false)
    const answers = []
    for (let count = 0; count < 5; count += 1) answers.push(await call(resend, { body: { email: input.email } }))
    const stranger = await call(resend, { body: { email: 'stranger@example.com' } })
    expect(new Set([...answers, stranger].map(({ status, text }) => `${status} ${text}`))).toEqual(new Set(['200 {}']))
    await delivered()
    expect(server.received).toHaveLength(3)
    expect((await call(verifyEmail, { body: { key } })).json.code).toBe('code_invalid')
    const newest = secretsOf(server.received.at(-1)!).secrets['key']
    expect((await call(verifyEmail, { body: { key: newest } })).status).toBe(200)
  })

  it('counts as confirmed for the first administrator, who answers for it with the setup code', async () => {
    await newInstance()
    withSettings({ REQUIRE_EMAIL_VERIFICATION: 'true' })
    await call(setup, { body: { ...input, setup_code: deriveSetupCode(instanceSecret()) } })
    expect((await call(login, { body: credentials })).status).toBe(200)
  })
})

describe('if emails must be confirmed', () => {
  it('an account signs in nowhere before that, and everywhere after', async () => {
    const { key } = await registered(true)
    const doors = () =>
      Promise.all([
        call(login, { body: credentials }),
        call(idToken, { body: credentials }),
        call(session, { body: credentials, headers: { origin: APP } }),
        call(nonExpiring, { body: { ...credentials, token_name: `t${Math.random()}` } }),
      ])
    const refused = await doors()
    const wrong = await call(login, { body: { ...credentials, password: 'not the password' } })
    const bytes = ({ status, json }: typeof wrong) => JSON.stringify([status, { ...json, instance: '' }])
    for (const answer of refused) expect(bytes(answer)).toBe(bytes(wrong))
    await call(verifyEmail, { body: { key } })
    for (const { status } of await doors()) expect(status).toBe(200)
  })

  it('registering does not reveal which email has an account, and the owner is told', async () => {
    const { server, answer } = await registered(true)
    const taken = await call(register, { body: { ...input, username: 'other', email: 'MAYA@example.com' } })
    expect([taken.status, [...taken.headers], taken.text]).toEqual([202, [...answer.headers], ''])
    await delivered()
    expect((await server.mailTo(input.email, /already have an account/)).text).toContain('maya')
    expect(await database().user.count()).toBe(1)
  })

  it('trying the same username again does not reveal it either', async () => {
    await registered(true)
    const again = async (username: string, email: string) =>
      (await call(register, { body: { ...input, username, email } })).json?.code
    // One attempt created an account, the other did not: the name is taken either way.
    await again('free', 'free@example.com')
    await again('not-free', input.email)
    expect([await again('free', 'x@example.com'), await again('not-free', 'y@example.com')]).toEqual([
      'username_taken',
      'username_taken',
    ])
  })
})

describe('if emails need not be confirmed', () => {
  it('a client address learns of at most five taken emails an hour, and others behind it can still register', async () => {
    const taken = await newAccount()
    const attempt = (email: string, username: string) =>
      call(register, { body: { ...input, email, username }, context: { address: '203.0.113.77' } })
    for (let count = 0; count < 5; count += 1)
      expect((await attempt(taken.email, `probe-${count}`)).json.code).toBe('email_taken')
    const answer = await attempt(taken.email, 'probe')
    expect([answer.status, answer.json.code]).toEqual([429, 'too_many_requests'])
    expect((await attempt('free@example.com', 'honest')).status).toBe(201)
    expect((await attempt(taken.email, 'probe')).status).toBe(429)
  })
})
