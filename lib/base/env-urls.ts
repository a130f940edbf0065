import * as z from 'zod'

/** How to write a user name and a password in a URL, for error messages. */
export const ENCODING_RULE = 'each @ / ? # % in its user name and password must be percent-encoded (@ as %40, # as %23)'

/**
 * Whether the user name, the password and the host of a URL are unambiguous. After an unencoded `@`, `/`, `?` or
 * `#` in a password, a part of it becomes the host: it would be looked up, and logged.
 */
function isUnambiguousUrl(text: string): boolean {
  const [userInfo = '', ...rest] = text.slice(text.indexOf('://') + 3).split('@')
  const isOnePart = rest.length === 0 || (rest.length === 1 && !/[/?#]/.test(userInfo))
  return isOnePart && !text.includes('#') && URL.canParse(text) && isDecodable(rest.length === 0 ? '' : userInfo)
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

/** A URL that may contain a password. The error message repeats no part of it. */
const urlWithPassword = (start: RegExp, message: string) =>
  z.string().superRefine((text, context) => {
    if (!start.test(text)) context.addIssue(message)
    else if (!text.startsWith('file:') && !isUnambiguousUrl(text))
      context.addIssue(`is not a valid URL: ${ENCODING_RULE}`)
  })

/** Poolers drop session settings, which bound every wait and set the time zone to UTC. */
export const DIRECT_POSTGRES =
  'must point to PostgreSQL itself, not to PgBouncer or another pooler, which drops session settings'

const FOR_THE_ROLE = 'set it for the role instead (ALTER ROLE …'

const POSTGRES = /^postgres(?:ql)?:\/\//

/** Rejects parameters that pg would silently drop, or prefer to our own settings. */
const postgresUrl = (start: RegExp, message: string) =>
  urlWithPassword(start, message).superRefine((text, context) => {
    if (!POSTGRES.test(text)) return
    const query = new URLSearchParams(text.split('?', 2)[1] ?? '')
    const namesSchema = (query.get('schema') ?? 'public') !== 'public' || query.has('search_path')
    if (namesSchema) context.addIssue(`must not name a schema: ${FOR_THE_ROLE} SET search_path)`)
    if (query.has('options')) context.addIssue(`must not contain options: ${FOR_THE_ROLE} SET …)`)
    if (query.has('pgbouncer')) context.addIssue(DIRECT_POSTGRES)
  })

/** The URL of the database: a file, or PostgreSQL. */
export const databaseUrl = postgresUrl(
  /^(?:file:|postgres(?:ql)?:\/\/)/,
  'must start with file:, postgres:// or postgresql://',
)

/** The URL of the PostgreSQL database for a role that may change the schema. */
export const migrateDatabaseUrl = postgresUrl(POSTGRES, 'must start with postgres:// or postgresql://')

/** Whether a URL is https, or http on this machine. */
export function isProviderUrl(text: string): boolean {
  return URL.canParse(text) && /^https:\/\/|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/.test(text)
}

/** The URL of an external provider: https, or http on this machine. */
export const providerUrl = z
  .string()
  .refine(isProviderUrl, 'must start with https:// unless it points to this machine')
  .refine((text) => URL.canParse(text) && new URL(text).username === '' && new URL(text).password === '', {
    error: 'must not contain a user name or password',
  })

/** The URL of a mail server: `smtp://`, or `smtps://` with TLS from the first byte. */
export const smtpUrl = urlWithPassword(/^smtps?:\/\/[^/]/, 'must start with smtp:// or smtps:// and name a host')

/** The URL of a web page for people. */
export const httpsUrl = z.string().refine(isHttpsUrl, 'must be a URL that starts with https://')

/** Contacts for security reports: comma-separated `mailto:`, `tel:` and `https:` URLs (RFC 9116 section 2.5.3). */
export const contacts = z
  .string()
  .transform((text) => text.split(',').map((contact) => contact.trim()))
  .refine(
    (all) => all.every((one) => isHttpsUrl(one) || /^mailto:[^\s@,]+@[^\s@,]+$|^tel:\+?[0-9.()-]+$/.test(one)),
    'must be mailto:, tel: or https:// URLs, separated by commas',
  )

function isHttpsUrl(text: string): boolean {
  return /^https:\/\/[^\s@]+$/.test(text) && URL.canParse(text)
}
