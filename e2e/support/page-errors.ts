import type { BrowserContext, ConsoleMessage } from 'playwright/test'

/**
 * Gathers what goes wrong in the pages of a context: errors on the console, which is where
 * a breach of the Content-Security-Policy shows too, and exceptions that nobody caught.
 */
export function watchForErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !isOrdinaryRefusal(message)) errors.push(message.text())
  })
  context.on('weberror', (webError) => errors.push(webError.error().stack ?? webError.error().message))
  return errors
}

/**
 * Chromium reports every 4xx answer as an error; from the API they are answers like others,
 * and it looks for /favicon.ico by itself where a page's own icon comes late.
 */
function isOrdinaryRefusal(message: ConsoleMessage): boolean {
  const isRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
  const { pathname } = isRefusal ? new URL(message.location().url) : { pathname: '' }
  return pathname.startsWith('/api/') || pathname === '/favicon.ico'
}
