import { gzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { GET as config } from '@/app/api/v1/auth/config/route'
import { POST as login } from '@/app/api/v1/auth/login/route'
import { POST as nonExpiring } from '@/app/api/v1/auth/non-expiring-token/route'
import { POST as askReset } from '@/app/api/v1/auth/password/reset/route'
import { POST as register } from '@/app/api/v1/auth/register/route'
import { POST as session } from '@/app/api/v1/auth/session/route'
import { POST as idToken } from '@/app/api/v1/auth/token/route'
import { database } from '@/lib/db/client'
import { APP, call } from '@/test/support/requests/api'
import { type CaptchaVerdict } from '@/test/support/servers/captcha-server'
import { withCaptcha } from '@/test/support/with-captcha'
import { newAccount, PASSWORD } from '@/test/support/factories'

const PROVIDERS = ['recaptcha-v2', 'recaptcha-v3', 'hcaptcha', 'turnstile']
const V3 = { action: 'login', score: 0.9 }

let solved = 0
const answer = () => `answer-${(solved += 1)}`
const person = async (options = {}) => ({ username: (await newAccount(options)).username, password: PASSWORD })
const codeOf = async (body: object) => {
  const { status, json } = await call(login, { body })
  return status === 200 ? 200 : json.code
}

describe.each(PROVIDERS)('a captcha by %s', (provider) => {
  it('accepts a solved answer, and sends the provider the secret and the client’s address', async () => {
    const server = await withCaptcha(provider)
    server.says(V3)
    const captcha = answer()
    expect(await codeOf({ ...(await person()), captcha })).toBe(200)
    const [asked] = server.asked
    expect(Object.fromEntries(asked!)).toEqual({ secret: 'the-secret-of-the-site', response: captcha, remoteip: '192.0.2.1' })
  }) // prettier-ignore

  it.each<[string, CaptchaVerdict]>([
    ['was not solved', { success: false, 'error-codes': ['invalid-input-response'] }],
    ['was solved on another host', { hostname: 'evil.example' }],
    ['was solved for another action', { action: 'register' }],
    ['was solved too long ago', { challenge_ts: new Date(Date.now() - 200_000).toISOString() }],
    ['does not say when it was solved', { challenge_ts: '' }],
    ['the provider has seen before', { success: false, 'error-codes': ['timeout-or-duplicate'] }],
  ])('rejects an answer that %s', async (_, verdict) => {
    const server = await withCaptcha(provider)
    server.says({ ...V3, ...(verdict as object) })
    expect(await codeOf({ ...(await person()), captcha: answer() })).toBe('captcha_failed')
    expect(await database().token.count()).toBe(0)
  }) // prettier-ignore

  it('exposes its site key, but never the secret', async () => {
    await withCaptcha(provider)
    const { json, text } = await call(config)
    expect(json.captcha).toEqual({ provider, site_key: 'site-key' })
    expect(text).not.toContain('the-secret-of-the-site')
  })
})

describe('a captcha', () => {
  it('accepts an answer once, even in ten concurrent requests', async () => {
    const server = await withCaptcha('hcaptcha')
    const [credentials, captcha] = [await person(), answer()]
    const codes = await Promise.all(Array.from({ length: 10 }, () => codeOf({ ...credentials, captcha })))
    expect(codes.filter((code) => code === 200)).toHaveLength(1)
    expect(codes.filter((code) => code === 'captcha_failed')).toHaveLength(9)
    expect(server.asked).toHaveLength(10)
  })

  it('rejects an answer with a low score or no score', async () => {
    const server = await withCaptcha('recaptcha-v3')
    const credentials = await person()
    for (const score of [0.4, undefined]) {
      server.says({ ...V3, score })
      expect(await codeOf({ ...credentials, captcha: answer() })).toBe('captcha_failed')
    }
    server.says({ ...V3, score: 0.5 })
    expect(await codeOf({ ...credentials, captcha: answer() })).toBe(200)
  })

  it.each(['captcha', 'g_recaptcha_response', 'g-recaptcha-response', 'h-captcha-response', 'cf-turnstile-response'])(
    'accepts an answer in the field %s',
    async (field) => {
      await withCaptcha('turnstile')
      expect(await codeOf({ ...(await person()), [field]: answer() })).toBe(200)
    },
  )

  it('is required for sign-in, registration and password reset, before the server checks anything else', async () => {
    const server = await withCaptcha('turnstile')
    const account = await newAccount()
    const signIn = { username: account.username, password: PASSWORD }
    const newcomer = { username: 'maya', email: 'maya@example.com', password: PASSWORD, confirm_password: PASSWORD }
    const answers = [
      await call(login, { body: signIn }),
      await call(idToken, { body: signIn }),
      await call(session, { body: signIn, headers: { origin: APP } }),
      await call(nonExpiring, { body: { ...signIn, token_name: 'x' } }),
      await call(register, { body: newcomer }),
      await call(askReset, { body: { email: account.email } }),
    ]
    for (const { status, json } of answers)
      expect([status, json.code, json.errors[0].pointer]).toEqual([400, 'captcha_failed', '/captcha'])
    expect([server.asked.length, await database().outboxMail.count()]).toEqual([0, 0])
    expect(await database().user.findFirst()).toMatchObject({ failedSignIns: 0 })
  })

  it('accepts an answer only for the action that it was solved for', async () => {
    const server = await withCaptcha('turnstile')
    server.says({ action: 'login' })
    const body = { email: 'maya@example.com', captcha: answer() }
    expect((await call(askReset, { body })).json.code).toBe('captcha_failed')
    server.says({ action: 'reset' })
    expect((await call(askReset, { body: { ...body, captcha: answer() } })).status).toBe(202)
  })
})

describe.each<[string, CaptchaVerdict]>([
  ['never responds', () => undefined],
  ['drops the connection', (response) => response.destroy()],
  ['returns a 500', (response) => response.writeHead(500).end('{}')],
  ['redirects', (response) => response.writeHead(302, { location: 'http://169.254.169.254/' }).end()],
  ['compresses its response', (response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('{"success":true}'))],
  ['never ends its response', (response) => response.write('x'.repeat(100_000))],
  ['does not return JSON', (response) => response.end('<html>')],
  ['rejects our secret', { success: false, 'error-codes': ['invalid-input-secret'] }],
])('sign-in while the captcha provider %s', (_, verdict) => {
  it('lets an administrator in, and reveals to nobody else whether a password was right', async () => {
    const server = await withCaptcha('turnstile')
    server.says(verdict)
    const [admin, somebody] = [await person({ isAdmin: true }), await person()]
    expect(await codeOf({ ...admin, captcha: answer() })).toBe(200)
    const attempts = [{ ...admin, password: 'wrong' }, somebody, { ...somebody, password: 'wrong' }]
    const [reset, ...refusals] = await Promise.all([
      call(askReset, { body: { email: 'maya@example.com', captcha: answer() } }),
      ...attempts.map((credentials) => call(login, { body: { ...credentials, captcha: answer() } })),
    ])
    expect(new Set(refusals.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect([refusals[0]?.status, refusals[0]?.json.code, refusals[0]?.headers.get('retry-after')]).toEqual([503, 'captcha_unavailable', '30'])
    expect(reset.json.code).toBe('captcha_unavailable')
  }, 60_000)
}) // prettier-ignore
