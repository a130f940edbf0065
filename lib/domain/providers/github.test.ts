import { describe, expect, it, onTestFinished } from 'vitest'
import { parseSettings } from '@/lib/base/env'
import { gitHubMetadata } from '@/lib/domain/providers/github'
import { proveByCallback } from '@/lib/domain/providers/prove-identity'
import { clientOf } from '@/lib/domain/providers/provider-client'
import { connectTo } from '@/lib/domain/providers/connection'
import { startGitHub, type GitHub, type GitHubUser } from '@/test/support/providers/github'
import { providersEnvironment } from '@/test/support/providers/provider-server'
import { walkThrough, withProviders } from '@/test/support/providers/sign-in-at-provider'
import { codeOf, journey, onlyProvider, STATE } from '@/test/support/providers/visits'
import { buildAuthorizationUrl, calculatePKCECodeChallenge } from 'openid-client'

const MONA: GitHubUser = {
  id: 7,
  login: 'mona',
  name: 'Mona Lisa',
  email: 'profile@example.org',
  emails: [{ email: 'mona@example.com', primary: true, verified: true }],
}

async function withGitHub(fields: Record<string, string> = {}): Promise<GitHub> {
  const github = await startGitHub()
  onTestFinished(() => github.stop())
  withProviders({ github: { ISSUER: github.site, ...fields } })
  github.says(MONA)
  return github
}

/** Visits GitHub as a browser does, and returns the query of the callback. */
async function visit(codeVerifier = journey().codeVerifier): Promise<string> {
  const provider = onlyProvider()
  const url = buildAuthorizationUrl(clientOf(provider, await connectTo(provider)), {
    redirect_uri: 'http://localhost:3000/login/callback/github',
    state: STATE,
    code_challenge: await calculatePKCECodeChallenge(codeVerifier),
    code_challenge_method: 'S256',
  })
  return walkThrough(url.href)
}

const prove = async (query?: string) => proveByCallback(onlyProvider(), journey(), query ?? (await visit()))

describe('GitHub', () => {
  it('proves a person by their numeric ID, not by their login', async () => {
    const github = await withGitHub()
    expect(await prove()).toEqual({
      provider: 'github',
      issuer: `${github.site}/login/oauth`,
      subject: '7',
      email: 'mona@example.com',
      emailVerified: true,
      username: 'mona',
      firstName: 'Mona',
      lastName: 'Lisa',
      isInAdminGroup: null,
      authenticatedAt: null,
    })
    github.says({ ...MONA, login: 'renamed' })
    expect((await prove()).subject).toBe('7')
  })

  it.each([
    ['an address that is not verified', [{ email: 'mona@example.com', primary: true, verified: false }]],
    ['an address that is not the primary one', [{ email: 'mona@example.com', primary: false, verified: true }]],
    ['no address but that of the profile', []],
  ])('vouches for no address with %s', async (_, emails) => {
    const github = await withGitHub()
    github.says({ ...MONA, emails })
    expect(await prove()).toMatchObject({ email: null, emailVerified: false })
  })

  it('names its issuer in the callback, or none, but never another', async () => {
    const github = await withGitHub()
    expect(new URLSearchParams(await visit()).get('iss')).toBe(`${github.site}/login/oauth`)
    github.namesIssuer(null)
    expect(await codeOf(prove())).toBeNull()
    for (const issuer of [github.site, 'https://github.com/login/oauth']) {
      github.namesIssuer(issuer)
      expect(await codeOf(prove())).toBe('provider_failed')
    }
  })

  it('exchanges a code once, and only for the browser that started', async () => {
    const github = await withGitHub()
    const query = await visit()
    expect(await codeOf(prove(query))).toBeNull()
    expect(await codeOf(prove(query))).toBe('provider_failed')
    expect(await codeOf(prove(await visit('w'.repeat(43))))).toBe('provider_failed')
    expect(github.exchanges()).toBe(3)
  })

  it('can be cancelled', async () => {
    const github = await withGitHub()
    github.cancels(true)
    expect(await codeOf(prove())).toBe('provider_denied')
    expect(github.exchanges()).toBe(0)
  })

  it('obeys ALLOWED_DOMAINS', async () => {
    const github = await withGitHub({ ALLOWED_DOMAINS: 'example.com' })
    expect(await codeOf(prove())).toBeNull()
    github.says({ ...MONA, emails: [{ email: 'mona@example.net', primary: true, verified: true }] })
    expect(await codeOf(prove())).toBe('provider_not_allowed')
  })

  it('has its API on another host only at github.com', () => {
    const [provider] = parseSettings(providersEnvironment({ github: {} })).providers
    if (provider === undefined) throw new Error('No provider was parsed')
    expect(gitHubMetadata(provider)).toMatchObject({
      issuer: 'https://github.com/login/oauth',
      authorization_endpoint: 'https://github.com/login/oauth/authorize',
      token_endpoint: 'https://github.com/login/oauth/access_token',
      userinfo_endpoint: 'https://api.github.com/user',
    })
    const enterprise = { ...provider, issuer: 'https://git.example.com' }
    expect(gitHubMetadata(enterprise).userinfo_endpoint).toBe('https://git.example.com/api/v3/user')
  })
})
