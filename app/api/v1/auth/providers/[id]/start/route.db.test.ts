import { createHash } from 'node:crypto'
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { POST as startRoute } from '@/app/api/v1/auth/providers/[id]/start/route'
import { now, secondsAfter } from '@/lib/base/clock'
import { database } from '@/lib/db/client'
import { deriveSetupCode } from '@/lib/domain/accounts/registration/setup-code'
import { takeJourney, type Journey } from '@/lib/domain/providers/take-journey'
import { instanceSecret } from '@/lib/base/instance-secret'
import { startGitHub } from '@/test/support/providers/github'
import { json, startHostileIssuer, type Lies } from '@/test/support/providers/hostile-issuer'
import { startIssuer, type Issuer } from '@/test/support/providers/issuer'
import { journeyCookieOf, startVisit, withProviders } from '@/test/support/providers/sign-in-at-provider'
import { APP, call } from '@/test/support/requests/api'
import { newAccount, newInstance, newToken, PASSWORD } from '@/test/support/factories'

const METADATA = '/.well-known/openid-configuration'

let issuer: Issuer

beforeEach(async () => {
  issuer = await startIssuer()
  onTestFinished(() => issuer.stop())
  withProviders({ acme: { ISSUER: issuer.issuer, LABEL: 'Acme' }, other: { ISSUER: issuer.issuer } })
})

async function journeyAfter(body: Record<string, unknown>, session?: string): Promise<Journey> {
  const answer = await startVisit('acme', body, session === undefined ? {} : { session })
  return takeJourney('acme', [journeyCookieOf(answer)])
}

describe('POST /auth/providers/{id}/start', () => {
  it('opens the provider with PKCE S256, a state and a nonce, and binds the visit to the browser', async () => {
    const answer = await startVisit('acme')
    expect(answer.status).toBe(200)
    const url = new URL(String(answer.json.authorization_url))
    expect(url.origin).toBe(issuer.issuer)
    const { state, nonce, codeVerifier } = await takeJourney('acme', [journeyCookieOf(answer)])
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'latchkey-test',
      response_type: 'code',
      redirect_uri: `${APP}/login/callback/acme`,
      scope: 'openid email profile',
      state,
      nonce,
      code_challenge: createHash('sha256').update(codeVerifier).digest('base64url'),
      code_challenge_method: 'S256',
    })
    for (const secret of [state, nonce, codeVerifier, journeyCookieOf(answer)]) {
      expect(secret).toMatch(/^[0-9A-Za-z]{43}$/)
    }
    expect(answer.headers.getSetCookie()).toEqual([
      `latchkey-journey=${journeyCookieOf(answer)}; Path=/; HttpOnly; SameSite=Lax; Max-Age=600`,
    ])
  })

  it('stores no secret in plain text', async () => {
    const answer = await startVisit('acme', { next: '/settings/tokens', invite: 'an-invitation' })
    const [row] = await database().journey.findMany()
    const stored = `${JSON.stringify(row)}${Buffer.from(row?.sealed ?? []).toString('latin1')}`
    const url = new URL(String(answer.json.authorization_url))
    const secrets = [journeyCookieOf(answer), url.searchParams.get('state'), url.searchParams.get('nonce')]
    for (const secret of [...secrets, 'an-invitation', '/settings/tokens']) expect(stored).not.toContain(secret)
  })

  it('names the callback by APP_URL, whatever the request says about its host', async () => {
    const forged = { host: 'evil.example', 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example' }
    const headers = { origin: APP, 'sec-fetch-site': 'same-origin', ...forged }
    const answer = await call(startRoute, { params: { id: 'acme' }, body: {}, headers })
    const url = new URL(String(answer.json.authorization_url))
    expect(url.searchParams.get('redirect_uri')).toBe(`${APP}/login/callback/acme`)
  })

  it.each([
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\/evil.example',
    '/%5cevil.example',
    '/%09/evil.example',
    '/\t/evil.example',
    'https:evil.example',
    'https://evil.example/settings',
    'javascript:alert(1)',
    '/..//evil.example',
    '/api/v1/auth/user',
  ])('opens only our own pages afterwards, not %j', async (next) => {
    expect((await journeyAfter({ next })).next).toBe('/')
  })

  it('keeps the page to open, and the invitation', async () => {
    expect(await journeyAfter({ next: '/device?x=1', invite: 'abc' })).toMatchObject({
      intent: 'sign_in',
      next: '/device?x=1',
      invite: 'abc',
      isSetup: false,
      tokenId: null,
      userId: null,
    })
  })

  it('answers 404 for a provider that is not configured', async () => {
    for (const id of ['nobody', 'ACME', '../acme']) {
      expect([(await startVisit(id)).status, (await startVisit(id)).json.code]).toEqual([404, 'provider_not_found'])
    }
  })

  it('answers 503 while the provider is down, and works once it is up', async () => {
    const down = await startIssuer()
    withProviders({ acme: { ISSUER: down.issuer, LABEL: 'Acme' } })
    await down.stop()
    const answer = await startVisit('acme')
    expect([answer.status, answer.json.code, answer.headers.get('retry-after')]).toEqual([
      503,
      'provider_unavailable',
      '30',
    ])
    expect(answer.headers.getSetCookie()).toEqual([])
    withProviders({ acme: { ISSUER: issuer.issuer } })
    expect((await startVisit('acme')).status).toBe(200)
  })

  it('is for our own pages only', async () => {
    const foreign = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    const answer = await call(startRoute, { params: { id: 'acme' }, body: {}, headers: foreign })
    expect([answer.status, answer.json.code]).toEqual([403, 'cross_site_request'])
    const form = { origin: APP, 'sec-fetch-site': 'same-origin', 'content-type': 'application/x-www-form-urlencoded' }
    expect(
      (await call(startRoute, { method: 'POST', params: { id: 'acme' }, rawBody: '', headers: form })).status,
    ).toBe(415)
  })
})

describe('a visit to link a provider, or to confirm who you are', () => {
  it('needs a session', async () => {
    for (const intent of ['link', 'step_up']) {
      const answer = await startVisit('acme', { intent })
      expect([answer.status, answer.json.code]).toEqual([401, 'token_missing'])
    }
    expect(await database().journey.count()).toBe(0)
  })

  it('belongs to the session that started it', async () => {
    const account = await newAccount()
    const { id: tokenId, key } = await newToken(account, 'session')
    const journey = await journeyAfter({ intent: 'step_up' }, key)
    expect(journey).toMatchObject({ intent: 'step_up', tokenId, userId: account.id })
  })

  it('asks for a new sign-in at the provider only to confirm who you are', async () => {
    const { key } = await newToken(await newAccount(), 'session')
    const parametersOf = async (intent: string) =>
      new URL(String((await startVisit('acme', { intent }, { session: key })).json.authorization_url)).searchParams
    expect([(await parametersOf('step_up')).get('max_age'), (await parametersOf('step_up')).get('prompt')]).toEqual([
      '0',
      'login',
    ])
    expect((await parametersOf('link')).has('prompt')).toBe(false)
    expect((await parametersOf('sign_in')).has('prompt')).toBe(false)
  })

  it('lets you choose an account at a provider that cannot prove a new sign-in', async () => {
    const github = await startGitHub()
    onTestFinished(() => github.stop())
    withProviders({ github: { ISSUER: github.site } })
    const { key } = await newToken(await newAccount(), 'session')
    const answer = await startVisit('github', { intent: 'step_up' }, { session: key })
    const { searchParams } = new URL(String(answer.json.authorization_url))
    expect([searchParams.get('prompt'), searchParams.has('max_age'), searchParams.has('nonce')]).toEqual([
      'select_account',
      false,
      false,
    ])
  })

  it('needs a recent confirmation to add a sign-in method', async () => {
    const account = await newAccount()
    const { id, key } = await newToken(account, 'session')
    await database().token.update({ where: { id }, data: { authTime: secondsAfter(now(), -3600) } })
    const link = (fields: Record<string, unknown>) =>
      startVisit('acme', { intent: 'link', ...fields }, { session: key })
    expect((await link({})).json.code).toBe('reauthentication_required')
    expect((await link({ password: 'wrong' })).json.code).toBe('password_incorrect')
    expect((await link({ password: PASSWORD })).status).toBe(200)
    expect(await database().journey.count()).toBe(1)
  })

  it.each(['link', 'step_up'])(
    'to %s is not begun by a session that ends while the provider is asked',
    async (intent) => {
      const hostile = await startHostileIssuer()
      onTestFinished(() => hostile.stop())
      withProviders({ acme: { ISSUER: hostile.issuer } })
      const { id, key } = await newToken(await newAccount(), 'session')
      const revoke = () => database().token.update({ where: { id }, data: { revokedAt: now() } })
      const answers: Lies['answers'] = {
        [METADATA]: (_, response) => void revoke().then(() => json(response, hostile.metadata)),
      }
      hostile.lies = { answers }
      const answer = await startVisit('acme', { intent }, { session: key })
      expect([answer.status, answer.json.code]).toEqual([401, 'token_revoked'])
      expect(await database().journey.count()).toBe(0)
    },
  )

  it('needs a session that is still valid', async () => {
    const { id, key } = await newToken(await newAccount(), 'session')
    await database().token.update({ where: { id }, data: { revokedAt: now() } })
    expect((await startVisit('acme', { intent: 'step_up' }, { session: key })).json.code).toBe('token_missing')
  })
})

describe('a visit with the setup code', () => {
  beforeEach(newInstance)

  it('may create the first administrator', async () => {
    const journey = await journeyAfter({ setup_code: deriveSetupCode(instanceSecret()) })
    expect(journey.isSetup).toBe(true)
  })

  it('needs the right code, and an open setup', async () => {
    const right = deriveSetupCode(instanceSecret())
    expect((await startVisit('acme', { setup_code: 'wrong' })).json.code).toBe('setup_code_invalid')
    await database().instance.update({ where: { id: 1 }, data: { setupCompletedAt: now() } })
    const answer = await startVisit('acme', { setup_code: right })
    expect([answer.status, answer.json.code]).toEqual([403, 'setup_code_invalid'])
    expect(await database().journey.count()).toBe(0)
  })
})
