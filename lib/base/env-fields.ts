import * as z from 'zod'
import { isIP } from 'node:net'

/** Whether a setting has a value. An empty one counts as unset. */
export const isPresent = (value: string | undefined): value is string => (value ?? '').trim() !== ''

/** A setting that is a whole number from `min` to `max`. */
export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d{1,12}$/, 'must be a whole number')
    .transform(Number)
    .refine((n) => n >= min && n <= max, `must be between ${min} and ${max}`)

/** A setting that is `true` or `false`. */
export const boolean = z.enum(['true', 'false'], 'must be true or false').transform((v) => v === 'true')

/** Comma-separated scopes, without the built-in ones. */
export const scopeWords = z
  .string()
  .transform((text) => text.split(',').map((word) => word.trim()))
  .refine(
    (words) => words.every((word) => /^[a-z0-9][a-z0-9:._-]{0,63}$/.test(word)),
    'must be scopes separated by commas: lowercase letters, digits and : . _ -',
  )
  .refine(
    (words) => !words.includes('admin') && !words.includes('introspect'),
    'must not include admin or introspect: they always exist',
  )

/** How many sessions an account may have: `unlimited`, `one` or `limit:N`. */
export const sessionPolicy = z
  .string()
  .regex(/^(unlimited|one|limit:[1-9]\d{0,3})$/, 'must be unlimited, one or limit:N with N from 1 to 9999')

/** Comma-separated IP addresses and CIDR ranges. */
export const networks = z
  .string()
  .transform((text) => text.split(',').map((entry) => entry.trim()))
  .refine((entries) => entries.every(isNetwork), 'must be IP addresses or CIDR ranges, separated by commas')

/** Comma-separated host names. */
export const hostNames = z
  .string()
  .transform((text) => text.split(',').map((name) => name.trim().toLowerCase()))
  .refine(
    (names) => names.every((name) => URL.canParse(`http://${name}`) && new URL(`http://${name}`).host === name),
    'must be host names without ports, separated by commas',
  )

function isNetwork(entry: string): boolean {
  const [address = '', prefix, ...rest] = entry.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  if (prefix === undefined) return true
  return /^\d{1,3}$/.test(prefix) && Number(prefix) <= (version === 4 ? 32 : 128)
}

/** The sender of emails. */
export interface MailSender {
  name: string
  address: string
}

const SENDER =
  /^(?:([^<>"@,;:\\]{1,100}?) ?<([^\s<>"@,;:]{1,64}@[^\s<>"@,;:]{1,190})>|([^\s<>"@,;:]{1,64}@[^\s<>"@,;:]{1,190}))$/

/** A plain email address, alone or as `Name <address>`. */
export const mailSender = z
  .string()
  .regex(SENDER, 'must be an email address such as Latchkey <latchkey@example.com>')
  .transform((text): MailSender => {
    const [, name = 'Latchkey', named, plain = ''] = SENDER.exec(text) ?? []
    return { name, address: named ?? plain }
  })

/** A number from 0 to 1. */
export const share = z
  .string()
  .regex(/^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/, 'must be a number from 0 to 1')
  .transform(Number)

/** An RFC 3339 timestamp. */
export const dateTime = z.iso.datetime({ offset: true, error: 'must be a time such as 2027-12-31T00:00:00Z' })
