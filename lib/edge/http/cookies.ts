import { settings } from '@/lib/base/env'

/** `__Host-` binds the cookie to this very host; browsers accept the prefix over HTTPS only. */
export function sessionCookieName(): string {
  return settings().isHttps ? '__Host-latchkey' : 'latchkey'
}

/** A browser in which somebody signed in keeps this, so that a stranger cannot lock it out. */
function knownDeviceCookieName(): string {
  return settings().isHttps ? '__Host-latchkey-known' : 'latchkey-known'
}

/** The `Set-Cookie` value that starts a session in a browser. */
export function sessionCookie(key: string, maxAgeSeconds: number): string {
  return cookie(sessionCookieName(), key, maxAgeSeconds)
}

/** The `Set-Cookie` value of the mark of a browser in which somebody signed in. */
export function knownDeviceCookie(mark: string, maxAgeSeconds: number): string {
  return cookie(knownDeviceCookieName(), mark, maxAgeSeconds)
}

function cookie(name: string, value: string, maxAgeSeconds: number): string {
  const secure = settings().isHttps ? '; Secure' : ''
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`
}

/** The cookie that ends a session in a browser. */
export function endedSessionCookie(): string {
  return sessionCookie('', 0)
}

/** Lets a browser drop what it kept of our pages. */
export const CLEAR_SITE_DATA = { 'clear-site-data': '"cache", "storage"' }

/** Every value that the request's `Cookie` header gives the session cookie; more than one is an attack. */
export function readSessionCookies(cookieHeader: string | null): string[] {
  return readCookies(cookieHeader, sessionCookieName())
}

/** The mark of an earlier sign-in that the browser brings, or null. */
export function readKnownDevice(headers: Headers): string | null {
  return readCookies(headers.get('cookie'), knownDeviceCookieName())[0] ?? null
}

function readCookies(cookieHeader: string | null, name: string): string[] {
  return (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(`${name}=`))
    .map((pair) => pair.slice(name.length + 1))
}
