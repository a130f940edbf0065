import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { settings } from '@/lib/base/env'
import { getAccount } from '@/lib/domain/accounts/profile/get-account'
import type { Principal } from '@/lib/keys/principal'

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

/** Returns the same with whether the principal gets emails about the expiry of tokens. Without SMTP_URL none are sent. */
export async function newTokenPolicy(principal: Principal): Promise<TokenPolicy> {
  if (settings().SMTP_URL === undefined) return { ...tokenPolicy(), reminders: 'off' }
  const { email_verified } = await getAccount(principal)
  return { ...tokenPolicy(), reminders: email_verified ? 'on' : 'unconfirmed' }
}
