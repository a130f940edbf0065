import { issuePair } from '@/lib/domain/jwt/issue-pair'
import type { JwtPair } from '@/lib/domain/jwt/schema'
import { renewRefreshToken } from '@/lib/domain/tokens/renewal/renew-refresh-token'

/** Renews a token pair. @throws AppError refresh_invalid, also for a replaced token that can no longer be retried */
export async function refreshJwt(refresh: string): Promise<JwtPair> {
  return issuePair(await renewRefreshToken(refresh))
}
