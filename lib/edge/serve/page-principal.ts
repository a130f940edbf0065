import 'server-only'
import { headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import type { Principal } from '@/lib/keys/principal'
import { resolvePrincipal } from '@/lib/edge/auth/resolve-principal'
import { isAppError } from '@/lib/base/errors/app-error'
import { readSessionCookies } from '@/lib/edge/http/cookies'
import { ownPage } from '@/lib/edge/http/own-page'
import { requestContext } from '@/lib/base/request-context'

/**
 * Returns the session behind a page, or null if nobody is signed in; looked up once per request. Pages accept only the
 * cookie.
 */
export const findPagePrincipal = cache(async (): Promise<Principal | null> => {
  const cookie = (await headers()).get('cookie')
  try {
    return await resolvePrincipal({ method: 'GET', headers: new Headers(cookie === null ? {} : { cookie }) }, [
      'session',
    ])
  } catch (error) {
    if (isAppError(error) && error.status === 401) return null
    throw error
  }
})

/** Returns the session behind a page. Without one, redirects the browser to sign in and then back to the page. */
export async function requirePagePrincipal(): Promise<Principal> {
  const principal = await findPagePrincipal()
  return principal ?? redirect(await signInAddress())
}

/** Returns the address of the sign-in page that leads back to the current page. */
export async function signInAddress(): Promise<string> {
  const { target } = requestContext()
  const next = ownPage(target)
  const params = new URLSearchParams(next === null ? {} : { next })
  // The sign-in page says that the person was signed out.
  if ((await hasSessionCookie()) || isFollowedLink(target)) params.set('ended', '1')
  return params.size === 0 ? '/login' : `/login?${params}`
}

/** Whether the browser still sends a session cookie. */
async function hasSessionCookie(): Promise<boolean> {
  return readSessionCookies((await headers()).get('cookie')).some((value) => value !== '')
}

/**
 * Whether the request comes from a page that was open, as Next.js marks with this parameter. Its session may have
 * reached its end, or have been signed out in another tab, and then the browser sends no cookie.
 */
function isFollowedLink(target = ''): boolean {
  return /[?&]_rsc=/.test(target)
}

/**
 * Answers 404 for an address like a file’s. A shared cache may store files whatever the response says, so none may show
 * an account.
 */
export function requirePageAddress(): void {
  const [path = ''] = (requestContext().target ?? '').split('?', 1)
  if (/\.|%2e/i.test(path)) notFound()
}

/** Returns the session of an administrator behind a page. For everyone else, the page does not exist. */
export async function requirePageAdmin(): Promise<Principal> {
  const principal = await requirePagePrincipal()
  return principal.isAdmin ? principal : notFound()
}
