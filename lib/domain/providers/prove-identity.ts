import * as oidc from 'openid-client'
import { createRemoteJWKSet, customFetch, jwksCache, jwtVerify } from 'jose'
import { nowMs } from '@/lib/base/clock'
import { digestOf } from '@/lib/base/crypto/digest'
import { invalidField } from '@/lib/base/errors/app-error'
import { guardedFetch } from '@/lib/base/outbound/guarded-fetch'
import { withinTimeLimit } from '@/lib/base/outbound/time-limit'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { transaction } from '@/lib/db/transaction'
import type { Claims } from '@/lib/domain/providers/claims'
import { connectTo, type Connection } from '@/lib/domain/providers/connection'
import { isNonceUsable, useNonce } from '@/lib/domain/providers/journey-store'
import { guardOf } from '@/lib/domain/providers/metadata'
import { identityOfClaims } from '@/lib/domain/providers/present-identity'
import { callbackUrl, clientOf, CLOCK_TOLERANCE_SECONDS, PROVIDER_MS } from '@/lib/domain/providers/provider-client'
import { asProviderError } from '@/lib/domain/providers/provider-error'
import { providerFailed } from '@/lib/domain/providers/provider-failed'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import { readIdentity, requireSoundClaims } from '@/lib/domain/providers/read-identity'
import { JOURNEY_SECONDS } from '@/lib/domain/providers/schema'
import type { Journey } from '@/lib/domain/providers/take-journey'

/**
 * Proves who has returned from a provider, by the query string that it sent to the callback page.
 * @throws AppError provider_denied, provider_failed, provider_unavailable, provider_not_allowed
 */
export function proveByCallback(provider: ProviderSettings, journey: Journey, query: string): Promise<ProvenIdentity> {
  return atProvider(provider, async (connection) => {
    const client = clientOf(provider, connection)
    const url = callbackUrl(provider)
    url.search = query
    const { state, nonce, codeVerifier, intent, startedAt } = journey
    // The provider must have asked for a credential since the visit began, however long the visit took.
    const secondsSince = Math.ceil((nowMs() - startedAt.getTime()) / 1000)
    const tokens = await oidc.authorizationCodeGrant(client, url, {
      expectedState: state,
      pkceCodeVerifier: codeVerifier,
      ...(provider.kind === 'openid' && { expectedNonce: nonce, idTokenExpected: true }),
      ...(intent === 'step_up' && provider.stepUp === 'fresh' && { maxAge: secondsSince }),
    })
    return readIdentity({ provider, connection, client }, tokens)
  })
}

/**
 * Proves who an app’s ID token belongs to. It must have been issued to one of the configured clients, in the last ten
 * minutes, with a nonce of ours, which it uses up.
 * @throws AppError provider_failed, provider_unavailable, provider_not_allowed
 */
export function proveByIdToken(
  provider: ProviderSettings,
  { idToken, nonce }: { idToken: string; nonce: string },
): Promise<ProvenIdentity> {
  return atProvider(provider, async (connection) => {
    await requireUsableNonce(provider, nonce)
    const claims = await verifyIdToken(provider, connection, idToken)
    const identity = identityOfClaims(provider, connection.metadata.issuer, { idToken: claims, userInfo: {} })
    await consumeNonce(provider, nonce, claims)
    return identity
  })
}

/**
 * Proves who an app’s authorization code belongs to. The nonce is null for GitHub, which has none.
 * @throws AppError invalid_input for a redirect URI that is not configured; provider_failed, provider_unavailable,
 * provider_not_allowed
 */
export function proveByCode(
  provider: ProviderSettings,
  {
    code,
    codeVerifier,
    redirectUri,
    nonce,
  }: { code: string; codeVerifier: string; redirectUri: string; nonce: string | null },
): Promise<ProvenIdentity> {
  return atProvider(provider, async (connection) => {
    if (!provider.redirectUris.includes(redirectUri)) {
      throw invalidField('/redirect_uri', 'Must be one of the redirect URIs that are configured for this provider')
    }
    const client = clientOf(provider, connection)
    const exchange = () => {
      const form = { code, redirect_uri: redirectUri, code_verifier: codeVerifier }
      return oidc.genericGrantRequest(client, 'authorization_code', form)
    }
    if (provider.kind === 'github') return readIdentity({ provider, connection, client }, await exchange())
    if (nonce === null) throw providerFailed()
    await requireUsableNonce(provider, nonce)
    const tokens = await exchange()
    const identity = await readIdentity({ provider, connection, client }, tokens)
    await consumeNonce(provider, nonce, tokens.claims() ?? {})
    return identity
  })
}

/** Gives everything that is asked of a provider one time limit, and answers for its errors. */
function atProvider<T>(provider: ProviderSettings, work: (connection: Connection) => Promise<T>): Promise<T> {
  return withinTimeLimit(PROVIDER_MS, async () => {
    try {
      return await work(await connectTo(provider))
    } catch (error) {
      throw asProviderError(provider, error)
    }
  })
}

async function verifyIdToken(provider: ProviderSettings, connection: Connection, idToken: string): Promise<Claims> {
  const { metadata, keysForApps } = connection
  if (metadata.jwks_uri === undefined) throw providerFailed()
  const keys = createRemoteJWKSet(new URL(metadata.jwks_uri), {
    [customFetch]: guardedFetch(guardOf(provider, metadata)),
    [jwksCache]: keysForApps,
    timeoutDuration: PROVIDER_MS,
  })
  const audience = [provider.clientId, ...provider.audiences]
  const { payload } = await jwtVerify(idToken, keys, {
    issuer: metadata.issuer,
    audience,
    algorithms: metadata.id_token_signing_alg_values_supported,
    clockTolerance: CLOCK_TOLERANCE_SECONDS,
    maxTokenAge: JOURNEY_SECONDS,
    requiredClaims: ['sub', 'exp', 'iat', 'nonce'],
  })
  // A token for several clients must be for none but ours.
  const isOurs = [payload.aud].flat().every((one) => one !== undefined && audience.includes(one))
  if (!isOurs) throw providerFailed(new Error('The ID token is also meant for another client'))
  requireSoundClaims(payload)
  return payload
}

/** Asked before anything costs a request to the provider. */
async function requireUsableNonce({ id }: ProviderSettings, nonce: string): Promise<void> {
  if (!(await isNonceUsable(id, digestOf(nonce)))) throw providerFailed(new Error('The nonce is unknown or used'))
}

async function consumeNonce({ id }: ProviderSettings, nonce: string, claims: Claims): Promise<void> {
  if (claims['nonce'] !== nonce) throw providerFailed(new Error('The ID token has another nonce'))
  const isFirst = await transaction((tx) => useNonce(tx, id, digestOf(nonce)))
  if (!isFirst) throw providerFailed(new Error('The nonce is used'))
}
