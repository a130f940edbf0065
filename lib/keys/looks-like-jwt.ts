const LENGTH_MAX = 4096
const PARTS = /^[\w-]+\.[\w-]+\.[\w-]+$/

/** Whether text could be an access token: three parts in base64url (RFC 7515 section 7.1). A key has no dots. */
export function looksLikeJwt(text: string): boolean {
  return text.length <= LENGTH_MAX && PARTS.test(text)
}
