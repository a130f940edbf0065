import type * as z from 'zod'
import type { SignInDoor } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { issuePair } from '@/lib/domain/jwt/issue-pair'
import type { JwtCreated } from '@/lib/domain/jwt/schema'
import type { signInInput } from '@/lib/domain/sessions/schema'
import { startRefreshFamily } from '@/lib/domain/sessions/sign-in'

/**
 * Signs in an API client and gives it an access token with a refresh token.
 * @throws AppError credentials_invalid, captcha_unavailable, session_limit_reached, busy
 */
export async function createJwt(input: z.infer<typeof signInInput>, from: SignInDoor): Promise<JwtCreated> {
  const { user, tokenId, key, signedInAt, expiresAt } = await startRefreshFamily(input, from)
  const family = { familyId: tokenId, userId: user.id, endsAt: expiresAt, authTime: signedInAt }
  return { ...(await issuePair({ ...family, key, madeAt: signedInAt })), user }
}
