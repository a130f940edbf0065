import { effectiveScopes } from '@/lib/auth/effective-scopes'
import type { Credential } from '@/lib/auth/read-credential'
import type { Principal } from '@/lib/auth/principal'
import { now } from '@/lib/clock'
import { AppError } from '@/lib/errors/app-error'
import type { ErrorCode } from '@/lib/errors/catalogue'
import { requestContext } from '@/lib/request-context'
import { noteUse } from '@/lib/tokens/note-use'
import { findSecretForAuthentication, type SecretRow } from '@/lib/tokens/token-store'
import { digestOf } from '@/lib/tokens/token-key'

/** A principal with what a verifying service is told about its owner. */
export interface AuthenticatedKey {
  principal: Principal
  email: string
  emailVerified: boolean
}

/**
 * Who holds the key of `credential`, judged from the rows as they stand now.
 * @throws AppError token_unknown, token_expired, token_revoked, token_superseded,
 * owner_inactive; the reason is only for the holder of the whole key
 */
export async function authenticateKey(credential: Credential): Promise<AuthenticatedKey> {
  const row = await findSecretForAuthentication(digestOf(credential.key))
  if (row === null || row.token.kind !== credential.kind) throw refused('token_unknown')
  const { token } = row
  const reason = whyDead(row, now())
  if (reason !== null) throw refused(reason)
  noteUse(row, now(), requestContext().address)
  return {
    principal: {
      userId: token.user.id,
      username: token.user.username,
      isAdmin: token.user.isAdmin,
      tokenId: token.id,
      tokenName: token.name,
      kind: credential.kind as Principal['kind'],
      scopes: effectiveScopes(token, token.user),
      expiresAt: token.expiresAt,
      authTime: token.authTime,
    },
    email: token.user.email,
    emailVerified: token.user.emailVerifiedAt !== null,
  }
}

function whyDead({ validUntil, token }: SecretRow, at: Date): ErrorCode | null {
  if (token.revokedAt !== null) return 'token_revoked'
  if (isOver(token.expiresAt, at) || isOver(token.idleExpiresAt, at)) return 'token_expired'
  if (isOver(validUntil, at)) return 'token_superseded'
  if (!token.user.isActive) return 'owner_inactive'
  return null
}

/** Whether an end has come; the instant itself is already over. */
function isOver(end: Date | null, at: Date): boolean {
  return end !== null && end.getTime() <= at.getTime()
}

function refused(code: ErrorCode): AppError {
  return new AppError(code, { credentialSent: true })
}
