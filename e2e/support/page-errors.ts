import type { BrowserContext, ConsoleMessage, Request } from 'playwright/test'
import { ACCOUNT_HEADER } from '@/lib/edge/client/account-header'

/**
 * Gathers what goes wrong in the pages of a context: errors on the console, which is where
 * a breach of the Content-Security-Policy shows too, exceptions that nobody caught, and requests of
 * signed-in pages that do not name the account they were rendered for.
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

/** Chromium reports every 4xx answer as an error; from the API they are answers like others. */
function isRefusalOfTheApi(message: ConsoleMessage): boolean {
  const isRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
  return isRefusal && new URL(message.location().url).pathname.startsWith('/api/')
}

/** Whether a signed-in page asked the API without the header that keeps it to its account. */
function isNameless(request: Request): boolean {
  if (request.resourceType() !== 'fetch' || !new URL(request.url()).pathname.startsWith('/api/v1/')) return false
  const isSignedIn = /^\/(?:settings|admin)(?:\/|$)/.test(new URL(request.frame().url()).pathname)
  return isSignedIn && request.headers()[ACCOUNT_HEADER] === undefined
}
