import type { BrowserContext, ConsoleMessage, Request } from 'playwright/test'
import { ACCOUNT_HEADER } from '@/lib/edge/client/account-header'

/**
 * Collects what goes wrong in the pages of a context: console errors (which include Content-Security-Policy
 * violations), uncaught exceptions, and requests of signed-in pages that do not name the account they were rendered
 * for.
 */
export function watchForErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !isRefusalOfTheApi(message)) errors.push(message.text())
  })
  context.on('weberror', (webError) => errors.push(webError.error().stack ?? webError.error().message))
  context.on('request', (request) => {
    if (isNameless(request)) errors.push(`${request.method()} ${request.url()} names no account`)
  })
  return errors
}

/** Returns whether a console error is just a 4xx response from the API. Chromium reports each of them as an error. */
function isRefusalOfTheApi(message: ConsoleMessage): boolean {
  const isRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
  return isRefusal && new URL(message.location().url).pathname.startsWith('/api/')
}

/** Returns whether a signed-in page sent an API request without the header that ties the request to its account. */
function isNameless(request: Request): boolean {
  if (request.resourceType() !== 'fetch' || !new URL(request.url()).pathname.startsWith('/api/v1/')) return false
  const isSignedIn = /^\/(?:settings|admin)(?:\/|$)/.test(new URL(request.frame().url()).pathname)
  return isSignedIn && request.headers()[ACCOUNT_HEADER] === undefined
}
