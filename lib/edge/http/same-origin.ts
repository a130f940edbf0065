import { settings } from '@/lib/base/env'

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Tells whether a method promises to change nothing (RFC 9110 section 9.2.1). */
export function isSafeMethod(method: string): boolean {
  return SAFE_METHODS.has(method)
}

/**
 * Tells whether an unsafe request comes from our own pages, according to the browser: by `Sec-Fetch-Site` if present,
 * and by `Origin` against the configured origin, never against `Host`. Without either header the sender is not a
 * browser, and `withoutEither` decides.
 */
export function isSameOrigin(headers: Headers, withoutEither: boolean): boolean {
  const site = headers.get('sec-fetch-site')
  const origin = headers.get('origin')
  const isOwnOrigin = origin !== null && settings().allowedOrigins.includes(origin)
  if (site === null) return origin === null ? withoutEither : isOwnOrigin
  return (site === 'same-origin' || site === 'none') && (origin === null || isOwnOrigin)
}
