import type { Identity } from '@/lib/tokens/verify-schema'

/**
 * The headers by which a reverse proxy hands an identity on, as name, value, name, value.
 * Values are percent-encoded, so that a name can neither break a header nor smuggle a second one.
 */
export function identityHeaders(identity: Identity): string[] {
  return [
    'x-user-id', identity.user_id,
    'remote-user', encodeURIComponent(identity.username),
    'remote-email', identity.email_verified ? encodeURIComponent(identity.email) : '',
    'remote-groups', identity.is_admin ? 'admins' : '',
    'x-token-id', identity.token_id,
    'x-token-kind', identity.kind,
    'x-token-scopes', encodeURIComponent(identity.scopes.join(' ')),
  ] // prettier-ignore
}
