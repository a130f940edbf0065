import { issuePair } from '@/lib/jwt/issue-pair'
import type { JwtPair } from '@/lib/jwt/schema'
import { renewRefreshToken } from '@/lib/tokens/renew-refresh-token'

/** Renews a pair. @throws AppError refresh_invalid, also for a token that was renewed before, 30 s after that */
export async function refreshJwt(refresh: string): Promise<JwtPair> {
  return issuePair(await renewRefreshToken(refresh))
}
