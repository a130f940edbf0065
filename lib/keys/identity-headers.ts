import type { Identity } from '@/lib/keys/verify-schema'

/** Returns the headers with which a reverse proxy passes an identity on, as name, value, name, value. */
export function identityHeaders(identity: Identity): string[] {
  return [
    'x-user-id', identity.user_id,
    'remote-user', headerValue(identity.username),
    'remote-email', identity.email_verified ? headerValue(identity.email ?? '') : '',
    'remote-groups', identity.is_admin ? 'admins' : '',
    'x-token-id', identity.token_id,
    'x-token-kind', identity.kind,
    'x-token-scopes', headerValue(identity.scopes.join(' ')),
  ] // prettier-ignore
}

const TO_ENCODE = /[^\x21-\x24\x26-\x7e]+/g

/**
 * Keeps visible ASCII and percent-encodes `%`, blanks, control characters and everything else. So a name can
 * neither break a header nor smuggle in a second one, and decodeURIComponent reads it.
 */
function headerValue(text: string): string {
  return text.replaceAll(TO_ENCODE, encodeURIComponent)
}
