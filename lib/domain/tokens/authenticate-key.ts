import { effectiveScopes } from '@/lib/keys/effective-scopes'
import type { PresentedKey } from '@/lib/keys/credential'
import { authorityOf, type Principal } from '@/lib/keys/principal'
import { nowMs } from '@/lib/base/clock'
import { AppError } from '@/lib/base/errors/app-error'
import type { ErrorCode } from '@/lib/base/errors/catalogue'
import { findSecret } from '@/lib/keys/lookup/secret-reader'
import { requestContext } from '@/lib/base/request-context'
import { digestTextOf } from '@/lib/keys/token-key'
import { whyDead } from '@/lib/keys/why-dead'
import { noteRefusal, noteUse } from '@/lib/keys/note-use'

/**
 * Authenticates the holder of a key, from the current rows.
 * @throws AppError token_unknown, token_expired, token_revoked, token_superseded, owner_inactive; only the holder of
 * the whole key may learn the reason
 */
export async function authenticateKey(credential: PresentedKey): Promise<Principal> {
  const row = await findSecret(digestTextOf(credential.key))
  if (row === null || row.kind !== credential.kind) throw refused('token_unknown')
  const at = nowMs()
  const reason = whyDead(row, at)
  if (reason !== null) {
    noteRefusal(row, at)
    throw refused(reason)
  }
  noteUse(row, at, requestContext().address)
  return {
    userId: row.userId,
    username: row.username,
    isAdmin: row.isAdmin,
    tokenId: row.tokenId,
    tokenName: row.tokenName,
    kind: credential.kind as Principal['kind'],
    scopes: effectiveScopes(row, row),
    expiresAt: dateOf(row.expiresAt),
    authTime: dateOf(row.authTime),
    authority: authorityOf(row.secretId),
  }
}

function dateOf(ms: number | null): Date | null {
  return ms === null ? null : new Date(ms)
}

function refused(code: ErrorCode): AppError {
  return new AppError(code, { credentialSent: true })
}
