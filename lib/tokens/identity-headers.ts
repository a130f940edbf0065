import type { Identity } from '@/lib/tokens/verify-schema'

/**
 * The headers by which a reverse proxy hands an identity on. Values are percent-encoded, so
 * that a name can neither break a header nor smuggle a second one.
 */
export function identityHeaders(identity: Identity): Record<string, string> {
  const values = {
    'x-user-id': identity.user_id,
    'remote-user': identity.username,
    'remote-email': identity.email_verified ? identity.email : '',
    'remote-groups': identity.is_admin ? 'admins' : '',
    'x-token-id': identity.token_id,
    'x-token-kind': identity.kind,
    'x-token-scopes': identity.scopes.join(' '),
  }
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, encodeURIComponent(value)]))
}
