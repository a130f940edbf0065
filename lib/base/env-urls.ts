import * as z from 'zod'

/** How a password must be written in a URL. */
export const ENCODING_RULE =
  'in its user name and password, each of @ / ? # % must be percent-encoded (@ as %40, # as %23)'

/**
 * Whether it is beyond doubt where the user name, the password and the host of a URL begin and
 * end. After a raw `@`, `/`, `?` or `#` in a password, a piece of the password is the host: it
 * would be looked up, and logged.
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

/** A URL that may hold a password; the message that refuses it repeats no part of it. */
const urlWithPassword = (start: RegExp, message: string) =>
  z.string().superRefine((text, context) => {
    if (!start.test(text)) context.addIssue(message)
    else if (!text.startsWith('file:') && !isUnambiguousUrl(text)) context.addIssue(`cannot be read: ${ENCODING_RULE}`)
  })

/** Poolers drop the settings of a session, by which every wait is bounded and times are UTC. */
export const DIRECT_POSTGRES =
  'must lead to PostgreSQL itself, not to PgBouncer or another pooler, which drops the settings of a session'

const FOR_THE_ROLE = 'set it for the role instead (ALTER ROLE …'

const POSTGRES = /^postgres(?:ql)?:\/\//

/** What pg would drop in silence, or take instead of settings of ours. */
const postgresUrl = (start: RegExp, message: string) =>
  urlWithPassword(start, message).superRefine((text, context) => {
    if (!POSTGRES.test(text)) return
    const query = new URLSearchParams(text.split('?', 2)[1] ?? '')
    const namesSchema = (query.get('schema') ?? 'public') !== 'public' || query.has('search_path')
    if (namesSchema) context.addIssue(`must not name a schema: ${FOR_THE_ROLE} SET search_path)`)
    if (query.has('options')) context.addIssue(`must not hold options: ${FOR_THE_ROLE} SET …)`)
    if (query.has('pgbouncer')) context.addIssue(DIRECT_POSTGRES)
  })

/** The database: a file, or PostgreSQL. */
export const databaseUrl = postgresUrl(
  /^(?:file:|postgres(?:ql)?:\/\/)/,
  'must begin with file:, postgres:// or postgresql://',
)

/** The database on PostgreSQL, for a role that may change the schema. */
export const migrateDatabaseUrl = postgresUrl(POSTGRES, 'must begin with postgres:// or postgresql://')

/** Where to ask a provider: https, or http on this machine. */
export const providerUrl = z
  .string()
  .refine(
    (text) => URL.canParse(text) && /^https:\/\/|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?\//.test(text),
    'must begin with https:// unless it names this machine',
  )
  .refine((text) => URL.canParse(text) && new URL(text).username === '' && new URL(text).password === '', {
    error: 'must not hold a user name or a password',
  })

/** A mail server: `smtp://` or, with TLS from the first byte, `smtps://`. */
export const smtpUrl = urlWithPassword(/^smtps?:\/\/[^/]/, 'must be smtp:// or smtps:// with a host')

/** A page for people. */
export const httpsUrl = z.string().refine(isHttpsUrl, 'must be a URL that begins with https://')

/** Where defects are told of: `mailto:`, `tel:` and `https:` URLs, separated by commas (RFC 9116 section 2.5.3). */
export const contacts = z
  .string()
  .transform((text) => text.split(',').map((contact) => contact.trim()))
  .refine(
    (all) => all.every((one) => isHttpsUrl(one) || /^mailto:[^\s@,]+@[^\s@,]+$|^tel:\+?[0-9.()-]+$/.test(one)),
    'must be mailto:, tel: or https:// URLs separated by commas',
  )

function isHttpsUrl(text: string): boolean {
  return /^https:\/\/[^\s@]+$/.test(text) && URL.canParse(text)
}
