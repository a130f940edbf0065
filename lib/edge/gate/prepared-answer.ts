import type { GoodCredential } from '@/lib/keys/good-credential'
import { identityHeaders } from '@/lib/keys/identity-headers'
import type { Identity } from '@/lib/keys/verify-schema'
import { shownEmail } from '@/lib/base/schema/no-email'

/** A body and the headers that belong to it, as name, value, name, value. */
export interface PreparedAnswer {
  headers: readonly string[]
  body: string
}

/** Prepares a JSON answer, with additional headers if there are any. */
export function prepareJson(value: unknown, headers: readonly string[] = []): PreparedAnswer {
  const body = JSON.stringify(value)
  const length = String(Buffer.byteLength(body))
  const own = ['content-type', 'application/json; charset=utf-8', 'content-length', length, 'cache-control', 'no-store']
  return { headers: [...own, ...headers], body }
}

/** Prepares the answer that tells who holds a key. */
export function prepareIdentity({ row, kind, scopes, expiresAt }: GoodCredential): PreparedAnswer {
  const identity: Identity = {
    active: true,
    user_id: row.userId,
    username: row.username,
    email: shownEmail(row.email),
    email_verified: row.emailVerified,
    is_admin: row.isAdmin,
    token_id: row.tokenId,
    token_name: row.tokenName,
    kind,
    scopes: [...scopes],
    expires_at: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  }
  return prepareJson(identity, identityHeaders(identity))
}
