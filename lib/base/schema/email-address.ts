import { foldName } from '@/lib/base/schema/fold-name'

const LENGTH_MAX = 254
const LOCAL_LENGTH_MAX = 64

// RFC 5321 section 4.1.2, Dot-string. Quotes and comments are where mail libraries disagree about
// the recipient.
const DOT_STRING = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
// No ASCII that the URL parser would take for something else than part of a host, such as `:` or `%`.
const HOST_CHARACTERS = /^(?:[A-Za-z0-9.-]|\P{ASCII})+$/u
// Labels of RFC 1035; the last one is no number, or the whole would be an IPv4 address.
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/**
 * The one way to write an email address: the domain by UTS 46 (lower case, `xn--` for what is not
 * ASCII), the local part as it was given. Null for what is not an address. The same in browsers
 * and in Node.js: both have UTS 46 in their URL parser.
 */
export function canonicalEmail(text: string): string | null {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, at)
  const domain = asciiDomain(text.slice(at + 1))
  if (at < 1 || local.length > LOCAL_LENGTH_MAX || !DOT_STRING.test(local) || domain === null) return null
  const address = `${local}@${domain}`
  return address.length > LENGTH_MAX ? null : address
}

/**
 * The key under which an email address is unique: what `canonicalEmail` makes one address is one
 * key. What is not an address is folded like a name, so that any text can be looked up.
 */
export function foldEmail(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const at = plain.lastIndexOf('@')
  const domain = at === -1 ? null : asciiDomain(plain.slice(at + 1))
  return domain === null ? foldName(plain) : `${foldName(plain.slice(0, at))}@${domain}`
}

/** A domain in ASCII (UTS 46, not transitional); null for what is not a domain with a dot in it. */
function asciiDomain(domain: string): string | null {
  if (!HOST_CHARACTERS.test(domain)) return null
  try {
    const { hostname } = new URL(`https://${domain}`)
    return HOST.test(hostname) ? hostname : null
  } catch {
    return null
  }
}
