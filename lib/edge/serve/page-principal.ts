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
 * The session behind a page, or null when nobody is signed in; asked once for each request.
 * Pages take the cookie only.
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

/** The session behind a page; without one the browser is sent to sign in, and comes back after that. */
export async function requirePagePrincipal(): Promise<Principal> {
  const principal = await findPagePrincipal()
  if (principal !== null) return principal
  const next = ownPage(requestContext().target)
  const params = new URLSearchParams(next === null ? {} : { next })
  // A cookie that opens nothing any more: there was a session, and its person is told that it ended.
  if (readSessionCookies((await headers()).get('cookie')).some((value) => value !== '')) params.set('ended', '1')
  return redirect(params.size === 0 ? '/login' : `/login?${params}`)
}

/** The same for pages of administrators; to everybody else they are not there. */
export async function requirePageAdmin(): Promise<Principal> {
  const principal = await requirePagePrincipal()
  return principal.isAdmin ? principal : notFound()
}
