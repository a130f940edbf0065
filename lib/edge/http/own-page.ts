import { settings } from '@/lib/base/env'

// Pages that somebody who has just signed in can have been on the way to; nothing of the API.
const OWN_PAGE = /^\/(?:settings|admin|docs)(?:\/[\w.~-]+)*\/?$/

/**
 * The page of ours that `target` names, with its query; null for anything else. Every trick with
 * slashes, backslashes, encodings and schemes ends here: a path is plain, or it is none.
 */
export function ownPage(target: unknown): string | null {
  if (typeof target !== 'string' || !target.startsWith('/') || target.length > 2000) return null
  const { appOrigin } = settings()
  const url = URL.canParse(target, appOrigin) ? new URL(target, appOrigin) : null
  const [path = ''] = target.split(/[?#]/, 1)
  if (url?.origin !== appOrigin || url.pathname !== path || !OWN_PAGE.test(path)) return null
  // Next.js' own, on the way between its pages.
  url.searchParams.delete('_rsc')
  return `${url.pathname}${url.search}`
}

/** Where somebody goes who has signed in: where they were on the way to, else where their work is. */
export function landingPage(account: { isAdmin: boolean }, next?: unknown): string {
  return ownPage(next) ?? (account.isAdmin ? '/admin' : '/settings/tokens')
}
