import { generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { createHash } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import { issueNonce } from '@/lib/domain/providers/issue-nonce'
import { proveByCode, proveByIdToken } from '@/lib/domain/providers/prove-identity'
import { database } from '@/lib/db/client'
import { startGitHub } from '@/test/support/providers/github'
import { startIssuer } from '@/test/support/providers/issuer'
import { CLIENT } from '@/test/support/providers/provider-server'
import { walkThrough, withProviders } from '@/test/support/providers/sign-in-at-provider'
import { codeOf, onlyProvider, withHostileIssuer } from '@/test/support/providers/visits'
import { movableClock } from '@/test/support/requests/device-flow'
import { stopClock } from '@/test/support/stop-clock'

const REDIRECT_URI = 'http://127.0.0.1:8000/callback'
const PRIVATE_URI = 'com.example.app:/callback'
const VERIFIER = 'v'.repeat(43)
const CHALLENGE = createHash('sha256').update(VERIFIER).digest('base64url')

const newNonce = async () => (await issueNonce(onlyProvider().id)).nonce

describe('proveByIdToken', () => {
  it('proves who an app’s ID token belongs to, and uses up the nonce', async () => {
    const { hostile, provider } = await withHostileIssuer()
    const nonce = await newNonce()
    const idToken = await hostile.idToken({ nonce })
    expect(await proveByIdToken(provider, { idToken, nonce })).toMatchObject({
      provider: 'acme',
      issuer: hostile.issuer,
      subject: 'ada',
      email: 'ada@example.com',
      emailVerified: true,
    })
    expect(await codeOf(proveByIdToken(provider, { idToken, nonce }))).toBe('provider_failed')
  })

  it('lets one of several concurrent requests through', async () => {
    const { hostile, provider } = await withHostileIssuer()
    const nonce = await newNonce()
    const idToken = await hostile.idToken({ nonce })
    const codes = await Promise.all(
      Array.from({ length: 5 }, () => codeOf(proveByIdToken(provider, { idToken, nonce }))),
    )
    expect(codes.filter((code) => code === null)).toHaveLength(1)
    expect(codes.filter((code) => code === 'provider_failed')).toHaveLength(4)
  })

  it('accepts the clients in AUDIENCES, and no other', async () => {
    const { hostile, provider } = await withHostileIssuer({ AUDIENCES: 'ios,android' })
    const proveFor = async (aud: unknown) => {
      const nonce = await newNonce()
      return codeOf(proveByIdToken(provider, { idToken: await hostile.idToken({ nonce, aud }), nonce }))
    }
    for (const aud of [CLIENT.id, 'ios', ['android'], ['ios', CLIENT.id]]) expect(await proveFor(aud)).toBeNull()
    for (const aud of ['other', ['ios', 'other'], [], undefined]) expect(await proveFor(aud)).toBe('provider_failed')
  })

  it.each([
    ['another nonce of ours', async () => ({ nonce: await newNonce() })],
    ['no nonce', async () => ({ nonce: undefined })],
    ['another issuer', async () => ({ iss: 'https://evil.example' })],
    ['an issue date 11 minutes ago', async (seconds: number) => ({ iat: seconds - 660 })],
    ['an issue date in the future', async (seconds: number) => ({ iat: seconds + 60 })],
    ['an expiry in the past', async (seconds: number) => ({ exp: seconds - 60 })],
    ['no expiry', async () => ({ exp: undefined })],
    ['an empty subject', async () => ({ sub: '' })],
    ['a subject of 5000 characters', async () => ({ sub: 'x'.repeat(5000) })],
  ] as [string, (seconds: number) => Promise<Record<string, unknown>>][])(
    'rejects an ID token with %s',
    async (_, lie) => {
      const { hostile, provider } = await withHostileIssuer()
      const seconds = Math.floor(stopClock() / 1000)
      const nonce = await newNonce()
      const idToken = await hostile.idToken({ nonce, ...(await lie(seconds)) })
      expect(await codeOf(proveByIdToken(provider, { idToken, nonce }))).toBe('provider_failed')
      // The nonce is still of use for an honest token.
      const honest = await hostile.idToken({ nonce })
      expect(await codeOf(proveByIdToken(provider, { idToken: honest, nonce }))).toBeNull()
    },
  )

  it('rejects forged signatures', async () => {
    const { hostile, provider } = await withHostileIssuer()
    const nonce = await newNonce()
    const { privateKey } = await generateKeyPair('ES256')
    const forge = async (sign: typeof hostile.lies.sign) => {
      hostile.lies = { ...(sign && { sign }) }
      return codeOf(proveByIdToken(provider, { idToken: await hostile.idToken({ nonce }), nonce }))
    }
    expect(await forge(async (payload) => new UnsecuredJWT(payload).encode())).toBe('provider_failed')
    const secret = new TextEncoder().encode(JSON.stringify(hostile.publicJwk))
    expect(await forge((payload) => new SignJWT(payload).setProtectedHeader({ alg: 'HS256' }).sign(secret))).toBe(
      'provider_failed',
    )
    expect(
      await forge((payload) => new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(privateKey)),
    ).toBe('provider_failed')
    expect(await codeOf(proveByIdToken(provider, { idToken: 'not.a.token', nonce }))).toBe('provider_failed')
  })

  it('asks the provider nothing for an unknown, expired or foreign nonce', async () => {
    const moveOn = movableClock()
    const { hostile, provider } = await withHostileIssuer()
    const nonce = await newNonce()
    const idToken = await hostile.idToken({ nonce })
    moveOn(600)
    expect(await codeOf(proveByIdToken(provider, { idToken, nonce }))).toBe('provider_failed')
    const unknown = 'x'.repeat(43)
    const forged = await hostile.idToken({ nonce: unknown })
    expect(await codeOf(proveByIdToken(provider, { idToken: forged, nonce: unknown }))).toBe('provider_failed')
    const own = await newNonce()
    await database().signInNonce.updateMany({ data: { provider: 'other' } })
    const foreign = await hostile.idToken({ nonce: own })
    expect(await codeOf(proveByIdToken(provider, { idToken: foreign, nonce: own }))).toBe('provider_failed')
    expect(hostile.requests).not.toContain('GET /keys')
  })

  it('is unavailable while the keys are, and the nonce can be used afterwards', async () => {
    const { hostile, provider } = await withHostileIssuer()
    const nonce = await newNonce()
    const idToken = await hostile.idToken({ nonce })
    hostile.lies = { answers: { '/keys': (_, response) => response.writeHead(503).end() } }
    expect(await codeOf(proveByIdToken(provider, { idToken, nonce }))).toBe('provider_unavailable')
    hostile.lies = {}
    expect(await codeOf(proveByIdToken(provider, { idToken, nonce }))).toBeNull()
  })
})

describe('proveByCode', () => {
  async function withRealIssuer() {
    const issuer = await startIssuer({ redirectUris: [REDIRECT_URI] })
    onTestFinished(() => issuer.stop())
    withProviders({ acme: { ISSUER: issuer.issuer, REDIRECT_URIS: REDIRECT_URI } })
    return issuer
  }

  /** Visits the provider as an app does. */
  async function codeFor(authorizationEndpoint: string, nonce: string, redirect_uri = REDIRECT_URI): Promise<string> {
    const url = new URL(authorizationEndpoint)
    const parameters = { response_type: 'code', scope: 'openid email profile', state: 'x', nonce }
    const pkce = { code_challenge: CHALLENGE, code_challenge_method: 'S256' }
    const all = { client_id: CLIENT.id, redirect_uri, ...parameters, ...pkce }
    for (const [name, value] of Object.entries(all)) url.searchParams.set(name, value)
    return new URLSearchParams(await walkThrough(url.href)).get('code') ?? ''
  }

  it('proves who an app’s code belongs to, once', async () => {
    const issuer = await withRealIssuer()
    const nonce = await newNonce()
    const code = await codeFor(`${issuer.issuer}/auth`, nonce)
    const input = { code, codeVerifier: VERIFIER, redirectUri: REDIRECT_URI, nonce }
    expect(await proveByCode(onlyProvider(), input)).toMatchObject({ subject: 'ada', email: 'ada@example.com' })
    expect(await codeOf(proveByCode(onlyProvider(), input))).toBe('provider_failed')
    expect(issuer.exchanges()).toBe(1)
  })

  it('rejects the code of another nonce, another verifier or another redirect URI', async () => {
    const issuer = await withRealIssuer()
    const [nonce, other] = [await newNonce(), await newNonce()]
    const prove = async (fields: Record<string, string>) => {
      const code = await codeFor(`${issuer.issuer}/auth`, nonce)
      const input = { code, codeVerifier: VERIFIER, redirectUri: REDIRECT_URI, nonce }
      return codeOf(proveByCode(onlyProvider(), { ...input, ...fields }))
    }
    expect(await prove({ nonce: other })).toBe('provider_failed')
    expect(await prove({ codeVerifier: 'w'.repeat(43) })).toBe('provider_failed')
    const { length } = issuer.requests
    expect(await prove({ redirectUri: 'com.example.evil:/callback' })).toBe('invalid_input')
    expect(issuer.requests.slice(length)).not.toContain('POST /token')
    expect(await prove({})).toBeNull()
  })

  it('proves a code of GitHub without a nonce', async () => {
    const github = await startGitHub()
    onTestFinished(() => github.stop())
    withProviders({ github: { ISSUER: github.site, REDIRECT_URIS: PRIVATE_URI } })
    const code = await codeFor(`${github.site}/login/oauth/authorize`, 'none', PRIVATE_URI)
    const input = { code, codeVerifier: VERIFIER, redirectUri: PRIVATE_URI, nonce: null }
    expect(await proveByCode(onlyProvider(), input)).toMatchObject({ subject: '583231', email: 'mona@example.com' })
    expect(await codeOf(proveByCode(onlyProvider(), input))).toBe('provider_failed')
  })
})
