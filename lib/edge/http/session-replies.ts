import type { Principal } from '@/lib/keys/principal'
import { CLEAR_SITE_DATA, endedSessionCookie } from '@/lib/edge/http/cookies'
import { Reply } from '@/lib/edge/http/reply'

/** Builds the reply to a sign-out. A browser also loses its cookie and what it has stored of our pages. */
export function signedOutReply<T>(principal: Principal, body: T): Reply<T> {
  return principal.kind === 'session' ? new Reply(body, CLEAR_SITE_DATA, [endedSessionCookie()]) : new Reply(body, {})
}
