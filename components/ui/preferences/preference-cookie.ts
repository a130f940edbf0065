const KEPT_FOR_SECONDS = 365 * 24 * 60 * 60

/** What a browser remembers, signed in or not. The server reads it too, to render the page right the first time. */
export type Preference = 'theme' | 'shortcuts'

// Named like the session cookie: browsers accept the prefix only over HTTPS.
const nameOf = (preference: Preference, isHttps: boolean) => `${isHttps ? '__Host-' : ''}latchkey-${preference}`

/** Returns the value of a preference in a `Cookie` header, or null. */
export function readPreference(cookies: string | null, preference: Preference, isHttps: boolean): string | null {
  const start = `${nameOf(preference, isHttps)}=`
  const pair = (cookies ?? '').split(';').find((one) => one.trimStart().startsWith(start))
  return pair?.trim().slice(start.length) ?? null
}

/** Builds the cookie that remembers a preference for a year. Null forgets it. */
export function preferenceCookie(preference: Preference, value: string | null, isHttps: boolean): string {
  const lifetime = `Max-Age=${value === null ? 0 : KEPT_FOR_SECONDS}`
  return `${nameOf(preference, isHttps)}=${value ?? ''}; Path=/; SameSite=Lax; ${lifetime}${isHttps ? '; Secure' : ''}`
}
