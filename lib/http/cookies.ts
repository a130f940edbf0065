import { settings } from '@/lib/env'

/** `__Host-` binds the cookie to this very host; browsers accept the prefix over HTTPS only. */
export function sessionCookieName(): string {
  return settings().isHttps ? '__Host-latchkey' : 'latchkey'
}

/** The `Set-Cookie` value that starts a session in a browser. */
export function sessionCookie(key: string, maxAgeSeconds: number): string {
  const secure = settings().isHttps ? '; Secure' : ''
  return `${sessionCookieName()}=${key}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure}`
}

/** The headers that end a session in a browser and drop what it kept of our pages. */
export function clearingHeaders(): Record<string, string> {
  return { 'set-cookie': sessionCookie('', 0), 'clear-site-data': '"cache", "storage"' }
}

/** Every value that the request's `Cookie` header gives the session cookie; more than one is an attack. */
export function readSessionCookies(cookieHeader: string | null): string[] {
  const prefix = `${sessionCookieName()}=`
  return (cookieHeader ?? '')
    .split(';')
    .map((pair) => pair.trim())
    .filter((pair) => pair.startsWith(prefix))
    .map((pair) => pair.slice(prefix.length))
}
