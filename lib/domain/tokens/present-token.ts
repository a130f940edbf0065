import { effectiveScopes } from '@/lib/keys/effective-scopes'
import type { Principal } from '@/lib/keys/principal'
import { now } from '@/lib/base/clock'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { withPendingUses } from '@/lib/domain/tokens/with-pending-uses'
import type { TokenRow } from '@/lib/domain/tokens/token-store'

/** The owner's role, and the token through which the owner looks. */
type Viewer = Pick<Principal, 'isAdmin' | 'tokenId'>

/** Presents a token to its owner, with the scopes that are in force now and the uses that are not written yet. */
export function presentToken(stored: TokenRow, principal: Viewer): TokenView {
  const token = withPendingUses(stored)
  const [secret, previous] = token.secrets
  return {
    id: token.id,
    kind: token.kind,
    name: token.name,
    hint: secret?.hint ?? '',
    scopes: effectiveScopes(token, principal),
    created_at: token.createdAt.toISOString(),
    created_ip: token.createdAddress,
    expires_at: text(token.expiresAt),
    idle_seconds: token.idleSeconds,
    idle_expires_at: text(token.idleExpiresAt),
    last_used_at: text(token.lastUsedAt),
    last_used_ip: token.lastUsedAddress,
    user_agent: token.userAgent,
    current: token.id === principal.tokenId,
    status: statusOf(token),
    revoked_at: text(token.revokedAt),
    revoked_reason: token.revokedReason,
    previous_secret: presentPrevious(previous),
  }
}

function statusOf(token: TokenRow): TokenView['status'] {
  if (token.revokedAt !== null) return 'revoked'
  const at = now()
  const isOver = [token.expiresAt, token.idleExpiresAt].some((end) => end !== null && end <= at)
  return isOver ? 'expired' : 'active'
}

function presentPrevious(secret: TokenRow['secrets'][number] | undefined): TokenView['previous_secret'] {
  const validUntil = secret?.validUntil ?? null
  if (secret === undefined || validUntil === null || validUntil <= now()) return null
  return {
    hint: secret.hint,
    valid_until: validUntil.toISOString(),
    last_used_at: text(secret.lastUsedAt),
    last_used_ip: secret.lastUsedAddress,
  }
}

function text(date: Date | null): string | null {
  return date?.toISOString() ?? null
}
