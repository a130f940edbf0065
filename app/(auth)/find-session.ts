import { unlessUnavailable } from '@/app/unless-unavailable'
import type { Principal } from '@/lib/keys/principal'
import { findPagePrincipal } from '@/lib/edge/serve/page-principal'

/**
 * Returns the session of a visitor who is already signed in. Null while the database is unavailable: the forms
 * themselves report what fails.
 */
export async function findSession(): Promise<Principal | null> {
  return unlessUnavailable(findPagePrincipal)
}
