import * as oidc from 'openid-client'
import { settings } from '@/lib/base/env'
import { guardedFetch } from '@/lib/base/outbound/guarded-fetch'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import type { Connection } from '@/lib/domain/providers/connection'
import { guardOf, isPlainHttp, type ProviderMetadata } from '@/lib/domain/providers/metadata'

/** How long everything that one sign-in asks a provider may take together, in milliseconds. */
export const PROVIDER_MS = 5000

/** How far the clocks of a provider and of this server may differ, in seconds. */
export const CLOCK_TOLERANCE_SECONDS = 30

/** Returns where a provider sends the browser back to, as it is registered there. */
export function callbackUrl({ id }: ProviderSettings): URL {
  return new URL(`/login/callback/${id}`, settings().appOrigin)
}

/** Builds the client for one sign-in. */
export function clientOf(provider: ProviderSettings, { metadata, keys }: Connection): oidc.Configuration {
  const options = { [oidc.clockTolerance]: CLOCK_TOLERANCE_SECONDS }
  const client = new oidc.Configuration(metadata, provider.clientId, options, authenticationOf(provider, metadata))
  client[oidc.customFetch] = guardedFetch(guardOf(provider, metadata))
  client.timeout = PROVIDER_MS / 1000
  if (isPlainHttp(provider)) oidc.allowInsecureRequests(client)
  // Without this, the library does not verify the signature of an ID token.
  oidc.enableNonRepudiationChecks(client)
  if (keys !== null) oidc.setJwksCache(client, keys)
  return client
}

function authenticationOf({ clientSecret }: ProviderSettings, metadata: ProviderMetadata): oidc.ClientAuth {
  if (clientSecret === null) return oidc.None()
  const isPostOffered = metadata.token_endpoint_auth_methods_supported.includes('client_secret_post')
  // Basic encodes characters such as - and . (RFC 6749 section 2.3.1), which some providers do not decode.
  return isPostOffered ? oidc.ClientSecretPost(clientSecret) : oidc.ClientSecretBasic(clientSecret)
}
