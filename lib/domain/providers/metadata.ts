import * as oidc from 'openid-client'
import * as z from 'zod'
import { guardedFetch, requireAllowedUrl, type Guard } from '@/lib/base/outbound/guarded-fetch'
import { outboundError } from '@/lib/base/outbound/outbound-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { gitHubMetadata } from '@/lib/domain/providers/github'

/** Asymmetric algorithms. With HMAC, the provider’s public key or the client secret could forge an ID token. */
const ALGORITHM = /^(?:(?:RS|PS|ES)(?:256|384|512)|EdDSA|Ed25519)$/

const providerMetadata = z.object({
  issuer: z.string(),
  authorization_endpoint: z.string(),
  token_endpoint: z.string(),
  jwks_uri: z.string().exactOptional(),
  userinfo_endpoint: z.string().exactOptional(),
  id_token_signing_alg_values_supported: z
    .array(z.string())
    .default(['RS256'])
    .transform((names) => names.filter((name) => ALGORITHM.test(name))),
  token_endpoint_auth_methods_supported: z.array(z.string()).default(['client_secret_basic']),
  authorization_response_iss_parameter_supported: z.boolean().default(false),
})

/** The verified part of a provider’s metadata that a sign-in needs. */
export type ProviderMetadata = z.infer<typeof providerMetadata>

/**
 * Reads the metadata of a provider, and requires that every endpoint in it may be used.
 * @throws OutboundError if there is no usable metadata
 */
export async function readMetadata(provider: ProviderSettings): Promise<ProviderMetadata> {
  if (provider.kind === 'github') return providerMetadata.parse(gitHubMetadata(provider))
  try {
    return await discover(provider)
  } catch (cause) {
    throw outboundError('There is no usable metadata', cause)
  }
}

async function discover(provider: ProviderSettings): Promise<ProviderMetadata> {
  const { issuer, clientId } = provider
  const place = new URL(`${issuer}/.well-known/openid-configuration`)
  const found = await oidc.discovery(place, clientId, undefined, oidc.None(), {
    [oidc.customFetch]: guardedFetch({ ownOrigin: place.origin, otherOrigins: new Set() }),
    execute: isPlainHttp(provider) ? [oidc.allowInsecureRequests] : [],
  })
  const metadata = providerMetadata.parse(found.serverMetadata())
  // The setting has no slash at its end, the issuer may have one. Everything else must be equal.
  if (metadata.issuer.replace(/\/$/, '') !== issuer) throw outboundError('The metadata belongs to another issuer')
  if (metadata.jwks_uri === undefined) throw outboundError('The metadata names no keys')
  if (metadata.id_token_signing_alg_values_supported.length === 0) {
    throw outboundError('The provider signs with no algorithm that is accepted')
  }
  requireEndpoints(provider, metadata)
  return metadata
}

/** Settings allow plain HTTP only on this machine. */
export function isPlainHttp({ issuer }: ProviderSettings): boolean {
  return issuer.startsWith('http:')
}

/** Returns where requests to a provider may go. */
export function guardOf({ issuer }: ProviderSettings, metadata: ProviderMetadata): Guard {
  const origins = askedEndpoints(metadata).map((url) => new URL(url).origin)
  return { ownOrigin: new URL(issuer).origin, otherOrigins: new Set(origins) }
}

/** Includes the page that only the browser opens: its URL must not be a script. */
function requireEndpoints(provider: ProviderSettings, metadata: ProviderMetadata): void {
  const ownOrigin = new URL(provider.issuer).origin
  for (const text of [metadata.authorization_endpoint, ...askedEndpoints(metadata)]) {
    const url = URL.canParse(text) ? new URL(text) : null
    if (url === null || url.hash !== '') throw outboundError('The metadata contains a malformed URL')
    requireAllowedUrl({ ownOrigin, otherOrigins: new Set([url.origin]) }, url)
  }
}

function askedEndpoints({ token_endpoint, jwks_uri, userinfo_endpoint }: ProviderMetadata): string[] {
  return [token_endpoint, jwks_uri, userinfo_endpoint].filter((url) => url !== undefined)
}
