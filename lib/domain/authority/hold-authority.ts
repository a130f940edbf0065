import { lockActingToken, type ActingToken } from '@/lib/domain/authority/authority-store'
import { effectiveScopes } from '@/lib/keys/effective-scopes'
import { passwordIncorrect } from '@/lib/domain/authority/password-incorrect'
import type { Principal } from '@/lib/keys/principal'
import { isPasswordRecent, reauthenticationRequired } from '@/lib/domain/authority/step-up'
import { mayUsePassword } from '@/lib/domain/authority/usable-password'
import { nowMs } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { User } from '@/lib/db/generated/sqlite/client'
import { AppError } from '@/lib/base/errors/app-error'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { whyDead, type Life } from '@/lib/keys/why-dead'

/**
 * Reads a principal’s authority again, under locks that keep it true until `tx` ends. Its secret and token must be
 * live, its account active, and the role, scope, step-up and verified password that admitted the request must still
 * hold. Minutes may have passed since then: a slow body, bcrypt, a lock.
 * @returns the principal with its current authority
 * @throws AppError the codes that authentication would have returned: token_unknown, token_expired, token_revoked,
 * token_superseded, owner_inactive, insufficient_scope, admin_required, reauthentication_required, password_incorrect
 */
export async function holdAuthority<P extends Principal>(tx: Db, principal: P): Promise<P> {
  const { userId, tokenId, authority } = principal
  const found = await lockActingToken(tx, { userId, tokenId, secretId: authority.secretId })
  if (found === null) throw notValid('token_unknown')
  const reason = reasonOf(found, principal)
  if (reason !== null) throw notValid(reason)
  const { user, token } = found
  const { isAdmin, username } = user
  const held = effectiveScopes(token, user)
  const acting = {
    ...principal,
    username,
    isAdmin,
    // An access token carries its own scopes, but none outlives the grant.
    scopes: principal.kind === 'access' ? principal.scopes.filter((scope) => held.includes(scope)) : held,
    authTime: principal.kind === 'access' ? null : token.authTime,
  }
  await requireDemands(tx, acting, user)
  return acting
}

/**
 * Reads again what a key depends on, under the same locks. Returns null if its account, token or secret is gone. For a
 * key that acts on its own token without any other credential.
 */
export async function rereadLife(
  tx: Db,
  key: { userId: string; tokenId: string; secretId: string },
): Promise<Life | null> {
  const found = await lockActingToken(tx, key)
  return found === null || found.secret === null ? null : lifeOf(found)
}

/**
 * Reads an account again that has approved something earlier, under the same locks. Returns null if it is not active
 * any more, or if the token that it acted through no longer works: what its owner revokes takes its approvals with it.
 */
export async function rereadApprover(tx: Db, approver: { userId: string; tokenId: string }): Promise<User | null> {
  const found = await lockActingToken(tx, { ...approver, secretId: null })
  return found === null || whyDead(lifeOf(found), nowMs()) !== null ? null : found.user
}

function reasonOf(found: ActingToken, { authority, kind, expiresAt }: Principal): ErrorCode | null {
  if (authority.secretId !== null && found.secret === null) return 'token_superseded'
  // An access token has its own expiry, which the row of its family does not contain.
  if (kind === 'access' && expiresAt !== null && expiresAt.getTime() <= nowMs()) return 'token_expired'
  return whyDead(lifeOf(found), nowMs())
}

function lifeOf({ user, token, secret }: ActingToken): Life {
  return {
    revokedAt: msOf(token.revokedAt),
    expiresAt: msOf(token.expiresAt),
    idleExpiresAt: msOf(token.idleExpiresAt),
    validUntil: msOf(secret?.validUntil ?? null),
    isActive: user.isActive,
  }
}

async function requireDemands(tx: Db, { authority, isAdmin, scopes, authTime }: Principal, user: User): Promise<void> {
  const { needsAdmin, scope, needsRecentPassword, shownPassword } = authority
  if (scope !== null && !scopes.includes(scope)) throw new AppError('insufficient_scope')
  if (needsAdmin && !isAdmin) throw new AppError('admin_required')
  const isShown = shownPassword === null || (shownPassword.hash === user.passwordHash && mayUsePassword(user))
  if (!isShown) throw passwordIncorrect(shownPassword.pointer)
  if (needsRecentPassword && !isPasswordRecent(authTime)) throw await reauthenticationRequired(tx, user)
}

function msOf(instant: Date | null): number | null {
  return instant === null ? null : instant.getTime()
}

function notValid(code: ErrorCode): AppError {
  return new AppError(code, { credentialSent: true })
}
