import * as oidc from 'openid-client'
import { nowMs } from '@/lib/base/clock'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { needsUserInfo, type Claims } from '@/lib/domain/providers/claims'
import type { Connection } from '@/lib/domain/providers/connection'
import { readGitHubPerson } from '@/lib/domain/providers/github'
import { identityOfClaims, identityOfGitHub } from '@/lib/domain/providers/present-identity'
import { CLOCK_TOLERANCE_SECONDS } from '@/lib/domain/providers/provider-client'
import { providerFailed } from '@/lib/domain/providers/provider-failed'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'

/** OpenID Connect Core section 2: at most 255 characters of ASCII. */
const SUBJECT = /^[\x21-\x7e]{1,255}$/

type Tokens = oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers

/** One sign-in at a provider. */
interface SignIn {
  provider: ProviderSettings
  connection: Connection
  client: oidc.Configuration
}

/**
 * Returns whose tokens these are. The access token is used for nothing else, and no token is stored.
 * @throws AppError provider_failed, provider_not_allowed; errors of openid-client
 */
export async function readIdentity({ provider, connection, client }: SignIn, tokens: Tokens): Promise<ProvenIdentity> {
  const { issuer, userinfo_endpoint: userInfoEndpoint } = connection.metadata
  if (provider.kind === 'github') {
    return identityOfGitHub(provider, issuer, await readGitHubPerson(provider, client, tokens.access_token))
  }
  connection.keys = oidc.getJwksCache(client) ?? connection.keys
  const idToken = tokens.claims()
  if (idToken === undefined) throw providerFailed(new Error('There is no ID token'))
  requireSoundClaims(idToken)
  // Strict providers keep the address and the groups out of the ID token. The library compares the subject.
  const isAsked = userInfoEndpoint !== undefined && needsUserInfo(provider, idToken)
  const userInfo = isAsked ? await oidc.fetchUserInfo(client, tokens.access_token, idToken.sub) : {}
  return identityOfClaims(provider, issuer, { idToken, userInfo })
}

/** Checks what neither openid-client nor jose does. @throws AppError provider_failed */
export function requireSoundClaims({ sub, iat }: Claims): void {
  if (typeof sub !== 'string' || !SUBJECT.test(sub)) throw providerFailed(new Error('There is no usable subject'))
  if (typeof iat === 'number' && iat * 1000 <= nowMs() + CLOCK_TOLERANCE_SECONDS * 1000) return
  throw providerFailed(new Error('The ID token was issued in the future'))
}
