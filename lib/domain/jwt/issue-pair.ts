import { now } from '@/lib/base/clock'
import { keyedDigest } from '@/lib/base/crypto/keyed-digest'
import { settings } from '@/lib/base/env'
import { instanceSecret } from '@/lib/base/instance-secret'
import { signAccessToken } from '@/lib/domain/jwt/access-token'
import type { JwtPair } from '@/lib/domain/jwt/schema'
import type { TokenSecret } from '@/lib/keys/token-key'

/** A refresh family and its current refresh token. */
interface FamilyState {
  familyId: string
  userId: string
  key: TokenSecret
  /** When `key` was issued. */
  madeAt: Date
  endsAt: Date
  authTime: Date
}

/**
 * Issues the token pair of a refresh token: the refresh token itself and its access token. A retry with the same
 * refresh token gets an access token with the same claims.
 */
export async function issuePair({ key, madeAt, endsAt, ...family }: FamilyState): Promise<JwtPair> {
  const scopes = settings().TOKEN_SCOPES
  const jti = keyedDigest(instanceSecret(), `jti:${key}`).toString('base64url').slice(0, 22)
  const { token, expiresAt } = await signAccessToken({ ...family, jti, issuedAt: madeAt, endsAt, scopes })
  return {
    access: token,
    refresh: key,
    token_type: 'Bearer',
    expires_in: secondsLeft(expiresAt),
    refresh_expires_in: secondsLeft(endsAt),
  }
}

/** Rounds down, so that a client that relies on the number is never late. */
function secondsLeft(end: Date): number {
  return Math.max(0, Math.floor((end.getTime() - now().getTime()) / 1000))
}
