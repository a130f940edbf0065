import type { BrowserContext, ConsoleMessage } from 'playwright/test'

/**
 * Gathers what goes wrong in the pages of a context: errors on the console, which is where
 * a breach of the Content-Security-Policy shows too, and exceptions that nobody caught.
 */
export function watchForErrors(context: BrowserContext): string[] {
  const errors: string[] = []
  context.on('console', (message) => {
    if (message.type() === 'error' && !isRefusalOfTheApi(message)) errors.push(message.text())
  })
  context.on('weberror', (webError) => errors.push(webError.error().stack ?? webError.error().message))
  return errors
}

/** Chromium reports every 4xx answer as an error; from the API they are answers like others. */
function isRefusalOfTheApi(message: ConsoleMessage): boolean {
  const isRefusal = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text())
  return isRefusal && new URL(message.location().url).pathname.startsWith('/api/')
}
