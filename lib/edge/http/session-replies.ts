import type { Principal } from '@/lib/keys/principal'
import { CLEAR_SITE_DATA, endedSessionCookie } from '@/lib/edge/http/cookies'
import { Reply } from '@/lib/edge/http/reply'

/** The answer that ends what a principal came with: a browser also loses its cookie and what it kept of our pages. */
export function signedOutReply<T>(principal: Principal, body: T): Reply<T> {
  return principal.kind === 'session' ? new Reply(body, CLEAR_SITE_DATA, [endedSessionCookie()]) : new Reply(body, {})
}
