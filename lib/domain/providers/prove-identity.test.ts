import { exportSPKI, generateKeyPair, importJWK, SignJWT, UnsecuredJWT, type JWTPayload } from 'jose'
import { describe, expect, it, onTestFinished } from 'vitest'
import { now, nowMs, secondsAfter } from '@/lib/base/clock'
import { proveByCallback } from '@/lib/domain/providers/prove-identity'
import type { HostileIssuer } from '@/test/support/providers/hostile-issuer'
import { CLIENT } from '@/test/support/providers/provider-server'
import { startIssuer } from '@/test/support/providers/issuer'
import { withProviders } from '@/test/support/providers/sign-in-at-provider'
import { codeOf, journey, onlyProvider, QUERY, STATE, withHostileIssuer } from '@/test/support/providers/visits'
import { stopClock } from '@/test/support/stop-clock'

const seconds = () => Math.floor(nowMs() / 1000)

/** Signs with another algorithm or key than the issuer's. */
const forgeries: [string, (hostile: HostileIssuer) => (payload: JWTPayload) => Promise<string>][] = [
  ['no signature', () => async (payload) => new UnsecuredJWT(payload).encode()],
  [
    'the signature of another key',
    () => async (payload) => {
      const { privateKey } = await generateKeyPair('ES256')
      return new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(privateKey)
    },
  ],
  [
    'the ID of a key that the issuer does not have',
    ({ key }) =>
      (payload) =>
        new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'two' }).sign(key),
  ],
  [
    'an HMAC with the issuer’s public key',
    ({ publicJwk }) =>
      async (payload) => {
        const pem = await exportSPKI((await importJWK(publicJwk, 'ES256')) as CryptoKey)
        return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: 'one' }).sign(new TextEncoder().encode(pem))
      },
  ],
  [
    'an HMAC with the client secret',
    () => (payload) =>
      new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(CLIENT.secret)),
  ],
  [
    'changed claims',
    ({ key }) =>
      async (payload) => {
        const token = await new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(key)
        const [header, , signature] = token.split('.')
        const claims = Buffer.from(JSON.stringify({ ...payload, sub: 'victim' })).toString('base64url')
        return [header, claims, signature].join('.')
      },
  ],
]

describe('proveByCallback', () => {
  it('proves who has returned', async () => {
    const { hostile, provider } = await withHostileIssuer()
    expect(await proveByCallback(provider, journey(), QUERY)).toEqual({
      provider: 'acme',
      issuer: hostile.issuer,
      subject: 'ada',
      email: 'ada@example.com',
      emailVerified: true,
      username: null,
      firstName: '',
      lastName: '',
      isInAdminGroup: null,
      authenticatedAt: null,
    })
    expect(hostile.exchanges()).toBe(1)
  })

  it.each([
    ['another issuer', { iss: 'https://evil.example' }],
    ['another client', { aud: 'another' }],
    ['another client besides us', { aud: [CLIENT.id, 'another'] }],
    ['another nonce', { nonce: 'x'.repeat(43) }],
    ['no nonce', { nonce: undefined }],
    ['an expiry in the past', { exp: seconds() - 60 }],
    ['no expiry', { exp: undefined }],
    ['an issue date in the future', { iat: seconds() + 60 }],
    ['no issue date', { iat: undefined }],
    ['no subject', { sub: undefined }],
    ['an empty subject', { sub: '' }],
    ['a subject of 5000 characters', { sub: 'x'.repeat(5000) }],
    ['a subject with control characters', { sub: 'a\u0000b' }],
    ['a subject that is a number', { sub: 7 }],
  ])('rejects an ID token with %s', async (_, claims) => {
    const { hostile, provider } = await withHostileIssuer()
    hostile.lies = { claims }
    expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBe('provider_failed')
    // The same issuer is believed when it is honest.
    hostile.lies = {}
    expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBeNull()
  })

  it.each(forgeries)('rejects an ID token with %s', async (_, forge) => {
    const { hostile, provider } = await withHostileIssuer()
    hostile.lies = { sign: forge(hostile) }
    expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBe('provider_failed')
  })

  it.each([
    ['no ID token', { id_token: undefined }],
    ['an ID token that is none', { id_token: 'x' }],
    ['no access token', { access_token: undefined }],
    ['another type of token', { token_type: 'mac' }],
  ])('rejects a token response with %s', async (_, tokens) => {
    const { hostile, provider } = await withHostileIssuer()
    hostile.lies = { tokens }
    expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBe('provider_failed')
  })

  it('rejects claims of another person at the userinfo endpoint', async () => {
    const { hostile, provider } = await withHostileIssuer()
    hostile.lies = { claims: { email: undefined }, userInfo: { sub: 'victim' } }
    expect(await codeOf(proveByCallback(provider, journey(), QUERY))).toBe('provider_failed')
    hostile.lies = { claims: { email: undefined }, userInfo: { sub: 'ada', email: 'from@userinfo.example' } }
    expect((await proveByCallback(provider, journey(), QUERY)).email).toBe('from@userinfo.example')
  })

  it('repeats no text of the provider in its error', async () => {
    const { provider } = await withHostileIssuer()
    const query = `?error=server_error&error_description=Call+0800-evil&state=${STATE}`
    const error = (await proveByCallback(provider, journey(), query).catch((e: unknown) => e)) as Error
    expect(JSON.stringify([error, error.message, error.cause])).not.toContain('evil')
    expect(error).toMatchObject({ code: 'provider_failed' })
  })
})

describe('a fresh sign-in at the provider', () => {
  const stepUp = (startedAt = now()) => journey({ intent: 'step_up', startedAt })

  it('must be no older than the visit', async () => {
    const { hostile, provider } = await withHostileIssuer()
    const atMs = stopClock()
    const startedAt = secondsAfter(now(), -300)
    const started = Math.floor(atMs / 1000) - 300
    const prove = async (auth_time: unknown) => {
      hostile.lies = { claims: { auth_time } }
      return codeOf(proveByCallback(provider, stepUp(startedAt), QUERY))
    }
    expect(await prove(started + 200)).toBeNull()
    // Clocks may differ by 30 seconds.
    expect(await prove(started - 32)).toBe('provider_failed')
    expect(await prove(undefined)).toBe('provider_failed')
    expect(await prove('now')).toBe('provider_failed')
  })

  it('is not demanded of a provider that cannot prove it', async () => {
    const { provider } = await withHostileIssuer({ STEP_UP: 'visit' })
    expect((await proveByCallback(provider, stepUp(), QUERY)).authenticatedAt).toBeNull()
  })

  it('is told with its time', async () => {
    const { hostile, provider } = await withHostileIssuer()
    hostile.lies = { claims: { auth_time: 1_700_000_000 } }
    const { authenticatedAt } = await proveByCallback(provider, journey(), QUERY)
    expect(authenticatedAt?.toISOString()).toBe('2023-11-14T22:13:20.000Z')
  })
})

describe('the connection to a provider', () => {
  const prove = () => codeOf(proveByCallback(onlyProvider(), journey(), QUERY))
  const readings = ({ requests }: HostileIssuer) => requests.filter((line) => line.includes('well-known')).length

  it.each([
    ['the metadata of another issuer', () => ({ issuer: 'https://accounts.google.com' })],
    ['an issuer that only begins alike', (own: string) => ({ issuer: `${own}/realm` })],
    ['an issuer in other letters', (own: string) => ({ issuer: own.toUpperCase() })],
    ['no keys', () => ({ jwks_uri: undefined })],
    ['no token endpoint', () => ({ token_endpoint: undefined })],
    ['only algorithms that are not accepted', () => ({ id_token_signing_alg_values_supported: ['HS256', 'none'] })],
    ['a token endpoint in an internal network', () => ({ token_endpoint: 'https://10.0.0.5/token' })],
    ['keys at the cloud’s metadata service', () => ({ jwks_uri: 'https://169.254.169.254/keys' })],
    ['a token endpoint without TLS', () => ({ token_endpoint: 'http://id.example.com/token' })],
    ['a page that is a script', () => ({ authorization_endpoint: 'javascript:alert(1)' })],
    ['a page without TLS', () => ({ authorization_endpoint: 'http://id.example.com/authorize' })],
    ['userinfo with a password in its URL', (own: string) => ({ userinfo_endpoint: own.replace('//', '//a:b@') })],
  ] as [string, (own: string) => Record<string, unknown>][])('is not made with %s', async (_, lie) => {
    const { hostile } = await withHostileIssuer()
    hostile.lies = { metadata: lie(hostile.issuer) }
    expect(await prove()).toBe('provider_unavailable')
    expect(hostile.exchanges()).toBe(0)
    hostile.lies = {}
    expect(await prove()).toBeNull()
  })

  it('accepts an issuer that ends with a slash, and keeps the slash in the identity', async () => {
    const { hostile, provider } = await withHostileIssuer()
    hostile.lies = { metadata: { issuer: `${hostile.issuer}/` }, claims: { iss: `${hostile.issuer}/` } }
    expect((await proveByCallback(provider, journey(), QUERY)).issuer).toBe(`${hostile.issuer}/`)
  })

  it('sends no code to a name of this machine in the metadata', async () => {
    const { hostile } = await withHostileIssuer()
    const port = new URL(hostile.issuer).port
    hostile.lies = { metadata: { token_endpoint: `https://localhost:${port}/token` } }
    expect(await prove()).toBe('provider_unavailable')
    expect(hostile.exchanges()).toBe(0)
  })

  it('reads the metadata once an hour', async () => {
    const { hostile } = await withHostileIssuer()
    const atMs = stopClock()
    expect([await prove(), await prove(), readings(hostile)]).toEqual([null, null, 1])
    stopClock(atMs + 3_600_000)
    expect([await prove(), readings(hostile)]).toEqual([null, 2])
  })

  it('keeps the old metadata when it cannot be read again, and retries after a minute', async () => {
    const { hostile } = await withHostileIssuer()
    const atMs = stopClock()
    await prove()
    hostile.lies = { metadata: { issuer: 'https://evil.example' } }
    stopClock(atMs + 3_600_000)
    expect([await prove(), await prove(), readings(hostile)]).toEqual([null, null, 2])
    stopClock(atMs + 3_660_000)
    expect([await prove(), readings(hostile)]).toEqual([null, 3])
  })

  it('remembers no failure', async () => {
    const { hostile } = await withHostileIssuer()
    hostile.lies = { answers: { '*': (_, response) => response.writeHead(500).end() } }
    expect(await Promise.all([prove(), prove()])).toEqual(['provider_unavailable', 'provider_unavailable'])
    hostile.lies = {}
    expect(await prove()).toBeNull()
  })

  it('reads the keys once for several sign-ins', async () => {
    const { hostile } = await withHostileIssuer()
    await prove()
    await Promise.all([prove(), prove()])
    expect(hostile.requests.filter((line) => line === 'GET /keys')).toHaveLength(1)
  })

  it('is secured by PKCE and the client secret at a real issuer', async () => {
    const issuer = await startIssuer()
    onTestFinished(() => issuer.stop())
    withProviders({ acme: { ISSUER: issuer.issuer, CLIENT_SECRET: 'wrong' } })
    const query = `?code=forged&state=${STATE}&iss=${encodeURIComponent(issuer.issuer)}`
    expect(await codeOf(proveByCallback(onlyProvider(), journey(), query))).toBe('provider_failed')
    expect(issuer.exchanges()).toBe(1)
  })
})
