import { unlessUnavailable } from '@/app/unless-unavailable'
import { findPagePrincipal } from '@/lib/http/page-principal'

/** Whether the visitor is signed in already. While that cannot be looked up it counts as no: the forms say themselves what fails. */
export async function hasSession(): Promise<boolean> {
  return (await unlessUnavailable(findPagePrincipal)) !== null
}
