import { now } from '@/lib/base/clock'
import { keyedDigest } from '@/lib/base/crypto/keyed-digest'
import { settings } from '@/lib/base/env'
import { instanceSecret } from '@/lib/base/instance-secret'
import { signAccessToken } from '@/lib/domain/jwt/access-token'
import type { JwtPair } from '@/lib/domain/jwt/schema'
import type { TokenSecret } from '@/lib/keys/token-key'

/** A refresh family with the refresh token that stands at its end. */
interface FamilyState {
  familyId: string
  userId: string
  key: TokenSecret
  /** When `key` was made. */
  madeAt: Date
  endsAt: Date
  authTime: Date
}

/**
 * The pair of a refresh token: itself, and the access token that was issued with it. Whoever
 * is given the same refresh token again gets an access token that says the same.
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

/** Rounded down: who is told so will not come too late. */
function secondsLeft(end: Date): number {
  return Math.max(0, Math.floor((end.getTime() - now().getTime()) / 1000))
}
