import type { TokenKind } from '@/lib/keys/token-key'

/**
 * A stored secret with its token and the token's owner, in their current state. Instants are in milliseconds since
 * the epoch.
 */
export interface SecretRow {
  secretId: string
  /** The end of the grace period; null until the secret is superseded. */
  validUntil: number | null
  /** The secret of a personal token of which no use is recorded yet. */
  isUnused: boolean
  tokenId: string
  tokenName: string
  kind: TokenKind
  /** The scopes granted to the token. `effectiveScopes` decides which of them count. */
  scopes: string
  expiresAt: number | null
  idleSeconds: number | null
  idleExpiresAt: number | null
  authTime: number | null
  revokedAt: number | null
  userId: string
  username: string
  email: string
  emailVerified: boolean
  isAdmin: boolean
  isActive: boolean
}

/** The columns of a row, in the order that `parseSecretRow` expects. */
export const SECRET_COLUMNS = [
  's.id', 's.valid_until', 't.id', 't.name', 't.kind', 't.scopes', 't.expires_at', 't.idle_seconds',
  't.idle_expires_at', 't.auth_time', 't.revoked_at', 'u.id', 'u.username', 'u.email',
  'u.email_verified_at is not null', 'u.is_admin', 'u.is_active', 's.last_used_at is null',
].join(', ') // prettier-ignore

/** The tables of a row: secret, token and owner in one join. */
export const SECRET_TABLES = 'token_secret s join token t on t.id = s.token_id join account u on u.id = t.user_id'

const ZONE = /(?:Z|[+-]\d\d:\d\d)$/

type Instant = string | null
type Columns = [
  string, Instant, string, string, TokenKind, string, Instant, number | null,
  Instant, Instant, Instant, string, string, string,
  boolean | number, boolean | number, boolean | number, boolean | number,
] // prettier-ignore

/** Parses a row from the JSON array that both databases return as one text. */
export function parseSecretRow(text: string): SecretRow {
  const [
    secretId, validUntil, tokenId, tokenName, kind, scopes, expiresAt, idleSeconds,
    idleExpiresAt, authTime, revokedAt, userId, username, email,
    emailVerified, isAdmin, isActive, isUnused,
  ] = JSON.parse(text) as Columns // prettier-ignore
  return {
    secretId,
    validUntil: msOf(validUntil),
    isUnused: kind === 'personal' && Boolean(isUnused),
    tokenId,
    tokenName,
    kind,
    scopes,
    expiresAt: msOf(expiresAt),
    idleSeconds,
    idleExpiresAt: msOf(idleExpiresAt),
    authTime: msOf(authTime),
    revokedAt: msOf(revokedAt),
    userId,
    username,
    email,
    emailVerified: Boolean(emailVerified),
    isAdmin: Boolean(isAdmin),
    isActive: Boolean(isActive),
  }
}

/** Both databases store instants in UTC. SQLite's text says so, PostgreSQL's does not. */
function msOf(instant: Instant): number | null {
  if (instant === null) return null
  return Date.parse(ZONE.test(instant) ? instant : `${instant}Z`)
}
