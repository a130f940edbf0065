import { settings } from '@/lib/base/env'
import { JOURNEY_SECONDS } from '@/lib/domain/providers/schema'

/**
 * Returns the name of the session cookie. `__Host-` binds it to exactly this host; browsers accept the prefix only over
 * HTTPS.
 */
export function sessionCookieName(): string {
  return settings().isHttps ? '__Host-latchkey' : 'latchkey'
}

/**
 * Returns the name of the cookie that marks a browser in which a person has signed in, so that a stranger's failed
 * attempts cannot lock that browser out.
 */
function knownDeviceCookieName(): string {
  return settings().isHttps ? '__Host-latchkey-known' : 'latchkey-known'
}

/** Returns the name of the cookie that binds a visit to a provider to the browser that started it. */
function journeyCookieName(): string {
  return settings().isHttps ? '__Host-latchkey-journey' : 'latchkey-journey'
}

/** Builds the `Set-Cookie` value that starts a session in a browser. */
export function sessionCookie(key: string, maxAgeSeconds: number): string {
  return cookie(sessionCookieName(), key, maxAgeSeconds)
}

/** Builds the `Set-Cookie` value that marks a browser in which a person has signed in. */
export function knownDeviceCookie(mark: string, maxAgeSeconds: number): string {
  return cookie(knownDeviceCookieName(), mark, maxAgeSeconds)
}

/** Builds the `Set-Cookie` value that binds a visit to a provider to this browser. */
export function journeyCookie(value: string): string {
  return cookie(journeyCookieName(), value, JOURNEY_SECONDS)
}

/** Builds the `Set-Cookie` value that removes the cookie of a finished visit. */
export function endedJourneyCookie(): string {
  return cookie(journeyCookieName(), '', 0)
}

function cookie(name: string, value: string, maxAgeSeconds: number): string {
  const secure = settings().isHttps ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`
}

/** Builds the `Set-Cookie` value that removes the session from a browser. */
export function endedSessionCookie(): string {
  return sessionCookie('', 0)
}

/** The header that makes a browser drop what it has stored of our pages. */
export const CLEAR_SITE_DATA = { 'clear-site-data': '"cache", "storage"' }

/** Returns every value of the session cookie in a `Cookie` header. More than one is an attack. */
export function readSessionCookies(cookieHeader: string | null): string[] {
  return readCookies(cookieHeader, sessionCookieName())
}

/** Returns the mark that an earlier sign-in left in the browser, or null. */
export function readKnownDevice(headers: Headers): string | null {
  return readCookies(headers.get('cookie'), knownDeviceCookieName())[0] ?? null
}

/** Returns every value of the journey cookie. More than one is an attack. */
export function readJourneyCookies(headers: Headers): string[] {
  return readCookies(headers.get('cookie'), journeyCookieName())
}

function readCookies(cookieHeader: string | null, name: string): string[] {
  return (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
