import { foldName } from '@/lib/base/schema/fold-name'

const LENGTH_MAX = 254
const LOCAL_LENGTH_MAX = 64

// RFC 5321 section 4.1.2, Dot-string. Mail libraries disagree about the recipient when there are quotes or
// comments.
const DOT_STRING = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/i
// Excludes ASCII characters that the URL parser would not take for part of a host, such as `:` or `%`.
const HOST_CHARACTERS = /^(?:[A-Za-z0-9.-]|\P{ASCII})+$/u
// RFC 1035 labels. The last one must not be a number, or the whole would be an IPv4 address.
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/

/**
 * Returns the canonical form of an email address, or null if the text is not one. The domain follows UTS 46 (lower
 * case, `xn--` for non-ASCII), the local part stays unchanged. Browsers and Node.js give the same result, because
 * both have UTS 46 in their URL parser.
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
 * Returns the key under which an email address is unique. Addresses with the same `canonicalEmail` have the same
 * key. Text that is not an address is folded like a name, so that any text can be looked up.
 */
export function foldEmail(text: string): string {
  const plain = text.normalize('NFKC').trim()
  const at = plain.lastIndexOf('@')
  const domain = at === -1 ? null : asciiDomain(plain.slice(at + 1))
  return domain === null ? foldName(plain) : `${foldName(plain.slice(0, at))}@${domain}`
}

/** Returns a domain in ASCII (UTS 46, nontransitional), or null if it is not a domain with a dot. */
function asciiDomain(domain: string): string | null {
  if (!HOST_CHARACTERS.test(domain)) return null
  try {
    const { hostname } = new URL(`https://${domain}`)
    return HOST.test(hostname) ? hostname : null
  } catch {
    return null
  }
}
