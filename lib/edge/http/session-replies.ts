import type { Principal } from '@/lib/keys/principal'
import { KNOWN_DEVICE_TTL_SECONDS } from '@/lib/domain/accounts/sign-in/known-device'
import { CLEAR_SITE_DATA, endedSessionCookie, knownDeviceCookie, sessionCookie } from '@/lib/edge/http/cookies'
import { Reply } from '@/lib/edge/http/reply'
import type { SignIn } from '@/lib/domain/sessions/complete-sign-in'

/** Builds the reply to a sign-out. A browser also loses its cookie and what it has stored of our pages. */
export function signedOutReply<T>(principal: Principal, body: T): Reply<T> {
  return principal.kind === 'session' ? new Reply(body, CLEAR_SITE_DATA, [endedSessionCookie()]) : new Reply(body, {})
}

/** Returns the cookies of a browser that has signed in. */
export function signedInCookies({ key, ttlSeconds, mark }: SignIn): string[] {
  return [sessionCookie(key, ttlSeconds), knownDeviceCookie(mark, KNOWN_DEVICE_TTL_SECONDS)]
}

/** Returns the body that tells a browser that it has signed in. */
export function sessionStartedBody({ user, signedOut, isEmailReleased }: SignIn) {
  return { user, signed_out: signedOut, ...(isEmailReleased && { email_released: true }) }
}

/** Returns the body that gives an app its token. */
export function signedInBody({ key, tokenId, expiresAt, user, signedOut }: SignIn) {
  const kind = 'device' as const
  return { key, token_id: tokenId, kind, expires_at: expiresAt.toISOString(), user, signed_out: signedOut }
}
