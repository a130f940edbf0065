import { generateKeyPairSync } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { Provider, type JWK } from 'oidc-provider'
import { APP } from '@/test/support/requests/api'
import { CLIENT, startProviderServer, type ProviderServer } from '@/test/support/providers/provider-server'

/** A person at a provider, as claims. */
export interface IssuerPerson extends Record<string, unknown> {
  sub: string
}

/** A real OpenID Connect provider. */
export interface Issuer extends ProviderServer {
  issuer: string
  /** Who signs in next, without a page to fill in. */
  says(person: IssuerPerson): void
  /** Whether the next person cancels instead. */
  cancels(isCancelled: boolean): void
  /** The parameters with which it was opened, oldest first. */
  visits: readonly URLSearchParams[]
}

interface IssuerOptions {
  /** The origin of our own server. */
  appOrigin?: string
  /** Its port, if our server has to know it first. */
  port?: number
  /** Further redirect URIs, such as those of apps. */
  redirectUris?: readonly string[]
  /** Puts all claims into the ID token, as Google does. Strict providers keep them for the userinfo endpoint. */
  fullIdToken?: boolean
}

const PROVIDER_IDS = ['acme', 'google', 'microsoft', 'gitlab', 'other']

/** Starts an OpenID Connect provider that signs in one person after another, each as soon as the browser arrives. */
export async function startIssuer(options: IssuerOptions = {}): Promise<Issuer> {
  let person: IssuerPerson = { sub: 'ada', email: 'ada@example.com', email_verified: true, name: 'Ada Lovelace' }
  let isCancelled = false
  const known = new Map<string, IssuerPerson>()
  const visits: URLSearchParams[] = []
  const server = await startProviderServer(
    '/token',
    (issuer) => {
      const provider = newProvider(issuer, options, known)
      const serveProvider = provider.callback() as unknown as RequestListener
      return (request, response) => {
        const url = new URL(request.url ?? '/', issuer)
        if (url.pathname === '/auth') visits.push(url.searchParams)
        if (!url.pathname.startsWith('/interaction/')) return serveProvider(request, response)
        known.set(person.sub, person)
        return void finishInteraction(provider, request, response, isCancelled ? null : person.sub)
      }
    },
    options.port,
  )
  return {
    ...server,
    issuer: server.origin,
    visits,
    says: (next) => (person = next),
    cancels: (next) => (isCancelled = next),
  }
}

let key: JWK | undefined

/** All issuers of a test run share a key, because RSA keys take long to make. */
function signingKey(): JWK {
  key ??= generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }) as JWK
  return { ...key, kid: 'one', use: 'sig' }
}

function newProvider(issuer: string, options: IssuerOptions, known: ReadonlyMap<string, IssuerPerson>): Provider {
  const { appOrigin = APP, redirectUris = [], fullIdToken = false } = options
  return new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [...PROVIDER_IDS.map((id) => `${appOrigin}/login/callback/${id}`), ...redirectUris],
        token_endpoint_auth_method: 'client_secret_post',
      },
    ],
    jwks: { keys: [signingKey()] },
    cookies: { keys: ['a key that signs the cookies of a test'] },
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name', 'given_name', 'family_name', 'preferred_username', 'groups', 'realm_access', 'hd', 'xms_edov'],
    },
    conformIdTokenClaims: !fullIdToken,
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => known.get(sub) ?? { sub } }),
    // Nobody has to agree to anything.
    loadExistingGrant: async ({ oidc: { client, session, provider } }) => {
      const grant = new provider.Grant({ clientId: client?.clientId ?? '', accountId: session?.accountId ?? '' })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
}

async function finishInteraction(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  accountId: string | null,
): Promise<void> {
  const cancelled = { error: 'access_denied', error_description: '<b>Text of the provider</b>' }
  await provider.interactionFinished(request, response, accountId === null ? cancelled : { login: { accountId } })
}
