import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { settings } from '@/lib/base/env'
import { getPageAccount } from '@/lib/edge/serve/page-account'

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

/** Returns the same, with whether the account gets emails about the expiry of tokens. Without SMTP_URL none are sent. */
export async function newTokenPolicy(): Promise<TokenPolicy> {
  if (settings().SMTP_URL === undefined) return { ...tokenPolicy(), reminders: 'off' }
  const { account } = await getPageAccount()
  return { ...tokenPolicy(), reminders: account.email_verified ? 'on' : 'unconfirmed' }
}
