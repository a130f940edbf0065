import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair } from 'jose'
import Provider, { type Configuration } from 'oidc-provider'

/** The redirect URI of the app under test. Nothing listens there: the test reads the address that it leads to. */
export const APP_REDIRECT = 'http://localhost:8765/callback'

/** A real OpenID Connect issuer on this machine, at which everyone is signed in as one person. */
export interface AppIssuer {
  issuer: string
  authorizationEndpoint: string
  /** Opens an authorization request as a browser does, and returns the code that the app receives. */
  codeFrom(authorizationUrl: string): Promise<string>
  /** Returns an ID token of the app’s own client, `phone`, with this nonce. */
  idTokenFor(nonce: string): Promise<string>
  stop(): Promise<void>
}

/** Starts an issuer with the clients `latchkey`, whose secret is `secret`, and `phone`, which has none. */
export async function startAppIssuer(person: { sub: string; email: string }): Promise<AppIssuer> {
  const http = createServer()
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const issuer = `http://localhost:${(http.address() as AddressInfo).port}`
  const provider = new Provider(issuer, await configuration(person))
  const answer = provider.callback()
  http.on('request', (request, response) => {
    if (request.url?.startsWith('/interaction/') !== true) return void answer(request, response)
    void provider.interactionFinished(request, response, { login: { accountId: person.sub } })
  })
  const authorizationEndpoint = `${issuer}/auth`
  return {
    issuer,
    authorizationEndpoint,
    codeFrom,
    idTokenFor: async (nonce) => {
      const verifier = randomBytes(32).toString('hex')
      const url = new URL(authorizationEndpoint)
      url.search = String(
        new URLSearchParams({
          response_type: 'code',
          client_id: 'phone',
          redirect_uri: APP_REDIRECT,
          scope: 'openid email profile',
          nonce,
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: 'S256',
        }),
      )
      const grant = { grant_type: 'authorization_code', client_id: 'phone', redirect_uri: APP_REDIRECT }
      const body = new URLSearchParams({ ...grant, code: await codeFrom(url.href), code_verifier: verifier })
      const tokens = await fetch(`${issuer}/token`, { method: 'POST', body })
      return ((await tokens.json()) as { id_token: string }).id_token
    },
    stop: async () => {
      http.closeAllConnections()
      http.close()
      await once(http, 'close')
    },
  }
}

async function configuration({ sub, email }: { sub: string; email: string }): Promise<Configuration> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const common = {
    redirect_uris: [APP_REDIRECT],
    grant_types: ['authorization_code'],
    response_types: ['code' as const],
  }
  return {
    clients: [
      { ...common, client_id: 'latchkey', client_secret: 'secret' },
      { ...common, client_id: 'phone', token_endpoint_auth_method: 'none' },
    ],
    jwks: { keys: [{ ...(await exportJWK(privateKey)), use: 'sig', alg: 'RS256' }] },
    cookies: { keys: ['for-tests-alone'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['preferred_username'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, email, email_verified: true, preferred_username: sub }),
    }),
    // Everyone consents to everything.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  }
}

async function codeFrom(authorizationUrl: string): Promise<string> {
  const cookies = new Map<string, string>()
  let place = authorizationUrl
  while (!place.startsWith(APP_REDIRECT)) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(place, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`The issuer answered ${answer.status}: ${await answer.text()}`)
    place = new URL(location, place).href
  }
  const { searchParams } = new URL(place)
  const code = searchParams.get('code')
  if (code === null) throw new Error(`The issuer sent no code: ${place}`)
  return code
}
