import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWTPayload } from 'jose'
import type { RequestListener, ServerResponse } from 'node:http'
import { CLIENT, startProviderServer, type ProviderServer } from '@/test/support/providers/provider-server'

/** What a hostile issuer does differently from an honest one. */
export interface Lies {
  /** Replaces claims of the ID token; undefined leaves one out. */
  claims?: Record<string, unknown>
  /** Signs the ID token. */
  sign?: (payload: JWTPayload) => Promise<string>
  /** Replaces members of the metadata. */
  metadata?: Record<string, unknown>
  /** Replaces members of the token response. */
  tokens?: Record<string, unknown>
  userInfo?: Record<string, unknown>
  /** Answers requests to a path. */
  answers?: Record<string, RequestListener>
}

/** An issuer that says whatever a test wants. */
export interface HostileIssuer extends ProviderServer {
  issuer: string
  /** The key that it signs with, and publishes. */
  key: CryptoKey
  publicJwk: Record<string, unknown>
  /** The metadata of an honest issuer. */
  metadata: Record<string, unknown>
  lies: Lies
  /** The nonce in the next ID token: that of the latest visit, unless a test sets one. */
  nonce: string
  /** Returns an ID token with these lies. */
  idToken(claims?: Record<string, unknown>): Promise<string>
}

/** Starts an issuer that is honest until a test changes `lies`. */
export async function startHostileIssuer(): Promise<HostileIssuer> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true })
  const publicJwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
  const state = { lies: {} as Lies, nonce: '' }
  const sign = (payload: JWTPayload) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'ES256', kid: 'one' }).sign(privateKey)
  const idToken = async (claims: Record<string, unknown> = {}) => {
    const seconds = Math.floor(Date.now() / 1000)
    const honest = {
      iss: server.origin,
      aud: CLIENT.id,
      sub: 'ada',
      iat: seconds,
      exp: seconds + 300,
      nonce: state.nonce,
    }
    const email = { email: 'ada@example.com', email_verified: true }
    const payload = { ...honest, ...email, ...state.lies.claims, ...claims }
    // Leaves out what is undefined.
    return (state.lies.sign ?? sign)(JSON.parse(JSON.stringify(payload)) as JWTPayload)
  }
  const server = await startProviderServer('/token', (issuer) => (request, response) => {
    const url = new URL(request.url ?? '/', issuer)
    const { lies } = state
    const answer = lies.answers?.[url.pathname] ?? lies.answers?.['*']
    if (answer !== undefined) return answer(request, response)
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        return json(response, { ...metadataOf(issuer), ...lies.metadata })
      case '/keys':
        return json(response, { keys: [publicJwk] })
      case '/authorize':
        state.nonce = url.searchParams.get('nonce') ?? ''
        return sendBack(response, url)
      case '/token':
        return void idToken().then((id_token) =>
          json(response, { access_token: 'access', token_type: 'Bearer', id_token, ...lies.tokens }),
        )
      case '/userinfo':
        return json(response, { sub: 'ada', email: 'ada@example.com', email_verified: true, ...lies.userInfo })
      default:
        response.writeHead(404).end()
    }
  })
  return Object.assign(state, {
    ...server,
    issuer: server.origin,
    key: privateKey,
    publicJwk,
    metadata: metadataOf(server.origin),
    idToken,
  })
}

/** Returns what the metadata of an honest issuer contains. */
function metadataOf(issuer: string): Record<string, unknown> {
  return {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    userinfo_endpoint: `${issuer}/userinfo`,
    response_types_supported: ['code'],
    subject_types_supported: ['public'],
    id_token_signing_alg_values_supported: ['ES256', 'HS256', 'none'],
    token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
  }
}

/** Answers with JSON. */
export function json(response: ServerResponse, body: unknown, status = 200): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
}

/** Sends the browser back to our callback page with a code. */
export function sendBack(response: ServerResponse, { searchParams }: URL, more: Record<string, string> = {}): void {
  const back = new URL(searchParams.get('redirect_uri') ?? '')
  const answer = { code: 'a-code', state: searchParams.get('state') ?? '', ...more }
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value)
  response.writeHead(302, { location: back.href }).end()
}
