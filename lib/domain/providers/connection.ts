import type { JWKSCacheInput } from 'jose'
import type { ExportedJWKSCache } from 'openid-client'
import { nowMs } from '@/lib/base/clock'
import { HOUR_MS } from '@/lib/base/durations'
import { log } from '@/lib/base/log'
import { withinTimeLimit } from '@/lib/base/outbound/time-limit'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { singleton } from '@/lib/base/singleton'
import { readMetadata, type ProviderMetadata } from '@/lib/domain/providers/metadata'
import { reasonOf } from '@/lib/domain/providers/provider-error'

/** A refresh gets less time than a sign-in, which can then still succeed with the metadata of an hour ago. */
const REFRESH_MS = 2000
const RETRY_MS = 60_000

/**
 * What this process knows about a provider. Only plain data: each bundle has its own copy of the libraries, which would
 * not accept each other’s clients.
 */
export interface Connection {
  readonly metadata: ProviderMetadata
  /** The provider’s keys as openid-client keeps them, once it has read them. */
  keys: ExportedJWKSCache | null
  /** The provider’s keys as jose keeps them. It writes into the object. */
  readonly keysForApps: JWKSCacheInput
  refreshAtMs: number
}

const connections = () => singleton('provider-connections', () => new Map<string, Connection>())

/**
 * Returns what is known about a provider. Reads its metadata at most once an hour. If that fails, keeps the old metadata
 * and tries again after a minute.
 * @throws OutboundError if there is no usable metadata
 */
export async function connectTo(provider: ProviderSettings): Promise<Connection> {
  const name = `${provider.id} ${provider.issuer}`
  const known = connections().get(name)
  if (known === undefined) return keep(name, await readMetadata(provider))
  if (nowMs() < known.refreshAtMs) return known
  // Set first, so that the requests that arrive meanwhile do not wait too.
  known.refreshAtMs = nowMs() + RETRY_MS
  try {
    return keep(name, await withinTimeLimit(REFRESH_MS, () => readMetadata(provider)))
  } catch (error) {
    const line = { provider: provider.id, reason: reasonOf(error) }
    log().warn(line, 'metadata of a sign-in provider could not be refreshed')
    return known
  }
}

function keep(name: string, metadata: ProviderMetadata): Connection {
  const connection = { metadata, keys: null, keysForApps: {}, refreshAtMs: nowMs() + HOUR_MS }
  connections().set(name, connection)
  return connection
}
