import { settings } from '@/lib/base/env'

// Pages that a person may have been heading for before they signed in. No path of the API is one.
const OWN_PAGE = /^\/(?:settings|admin|docs|device)(?:\/[\w.~-]+)*\/?$/

/**
 * Returns the page of ours that `target` names, with its query; null for anything else. Only a plain path counts, which
 * defeats every trick with slashes, backslashes, encodings and schemes.
 */
export function ownPage(target: unknown): string | null {
  if (typeof target !== 'string' || !target.startsWith('/') || target.length > 2000) return null
  const { appOrigin } = settings()
  const url = URL.canParse(target, appOrigin) ? new URL(target, appOrigin) : null
  const [path = ''] = target.split(/[?#]/, 1)
  if (url?.origin !== appOrigin || url.pathname !== path || !OWN_PAGE.test(path)) return null
  // Next.js adds this parameter on the way between its pages.
  url.searchParams.delete('_rsc')
  return `${url.pathname}${url.search}`
}

/** Returns where to send a person who has signed in: the page they were heading for, or their role's start page. */
export function landingPage(account: { isAdmin: boolean }, next?: unknown): string {
  return ownPage(next) ?? (account.isAdmin ? '/admin' : '/settings/tokens')
}
