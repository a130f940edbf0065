import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'
import { ACCOUNT_HEADER } from '@/lib/edge/client/account-header'

/**
 * Holds a session to the account that its page shows. A browser has one session cookie for all its
 * tabs: after a sign-in in another tab, a page would otherwise act for an account that it does not show.
 * Programs have no page, so the header is optional and counts only beside the cookie.
 * @throws AppError account_changed
 */
export function requireSameAccount(headers: Headers, { kind, userId }: Principal): void {
  const shown = headers.get(ACCOUNT_HEADER)
  if (kind !== 'session' || shown === null || shown === userId) return
  throw new AppError('account_changed', { detail: 'You are now signed in to another account. Reload the page.' })
}
