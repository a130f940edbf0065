import { issuePair } from '@/lib/jwt/issue-pair'
import type { JwtPair } from '@/lib/jwt/schema'
import { renewRefreshToken } from '@/lib/tokens/renew-refresh-token'

/** Renews a pair. @throws AppError refresh_invalid, also for a replaced token that may not be retried any more */
export async function refreshJwt(refresh: string): Promise<JwtPair> {
  return issuePair(await renewRefreshToken(refresh))
}
