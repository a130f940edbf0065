import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { settings } from '@/lib/base/env'

/** Returns what this deployment allows for a new token, from its settings. */
export function tokenPolicy(): TokenPolicy {
  const { TOKEN_SCOPES, TOKEN_DEFAULT_TTL_SECONDS, TOKEN_MAX_TTL_SECONDS, ALLOW_NON_EXPIRING, appOrigin } = settings()
  return {
    scopes: TOKEN_SCOPES,
    defaultTtlSeconds: TOKEN_DEFAULT_TTL_SECONDS,
    maxTtlSeconds: TOKEN_MAX_TTL_SECONDS,
    canNeverEnd: ALLOW_NON_EXPIRING,
    appOrigin,
  }
}
