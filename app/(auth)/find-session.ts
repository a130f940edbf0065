import { unlessUnavailable } from '@/app/unless-unavailable'
import type { Principal } from '@/lib/keys/principal'
import { findPagePrincipal } from '@/lib/edge/serve/page-principal'

/** The session of a visitor who is signed in already. While that cannot be looked up there is none: the forms say themselves what fails. */
export async function findSession(): Promise<Principal | null> {
  return unlessUnavailable(findPagePrincipal)
}
