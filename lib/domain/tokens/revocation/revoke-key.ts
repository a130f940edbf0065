import { rereadLife } from '@/lib/domain/authority/hold-authority'
import type { Principal } from '@/lib/keys/principal'
import { transactionAmongAdmins, transactionAs } from '@/lib/domain/authority/transaction-as'
import { nowMs } from '@/lib/base/clock'
import { AppError } from '@/lib/base/errors/app-error'
import { findSecret } from '@/lib/keys/lookup/secret-reader'
import type { SecretRow } from '@/lib/keys/lookup/secret-row'
import { transaction } from '@/lib/db/transaction'
import { looksLikeJwt } from '@/lib/keys/looks-like-jwt'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'
import { digestTextOf, parseKey, type TokenKind } from '@/lib/keys/token-key'
import { whyDead, type Life } from '@/lib/keys/why-dead'

/**
 * Revokes the token of a key (RFC 7009), and with a refresh token its whole family. The token itself, its owner and
 * administrators may do that; without a principal, the key acts for its own token. A key that is unknown, dead or of
 * another account gets the same response; the latter stays valid.
 * @throws AppError unsupported_token_type for an access token, which only expires
 */
export async function revokeKey(principal: Principal | null, token: string): Promise<void> {
  if (looksLikeJwt(token)) {
    const detail = 'Access tokens can’t be revoked. Revoke the refresh token instead.'
    throw new AppError('unsupported_token_type', { detail })
  }
  const parsed = parseKey(token)
  const row = parsed && (await findSecret(digestTextOf(parsed.key)))
  if (row === null || !isEndable(row) || (principal !== null && !mayEnd(principal, row))) return
  const selection = { ids: [row.tokenId] }
  if (principal === null) {
    await transaction(async (tx) => {
      const life = await rereadLife(tx, row)
      if (life !== null && isEndable({ ...life, kind: row.kind })) await endTokens(tx, row, selection, 'unspecified')
    })
    return
  }
  const isOwn = principal.userId === row.userId
  const acts = isOwn ? transactionAs : transactionAmongAdmins
  await acts(principal, async (tx, acting) => {
    if (!mayEnd(acting, row)) return
    await endTokens(tx, acting, selection, isOwn ? 'unspecified' : 'administrator', row.userId)
  })
}

/**
 * Tokens of an inactive account can be revoked too, because the account may be activated again. A spent refresh token
 * still names its family.
 */
function isEndable(row: Life & { kind: TokenKind }): boolean {
  const reason = whyDead({ ...row, isActive: true }, nowMs())
  return reason === null || (reason === 'token_superseded' && row.kind === 'refresh')
}

function mayEnd({ tokenId, userId, kind, isAdmin, scopes }: Principal, row: SecretRow): boolean {
  if (tokenId === row.tokenId) return true
  // A personal token may do what its scopes allow; sessions and apps act for their owner.
  if (kind === 'personal') return scopes.includes('admin')
  return kind !== 'access' && (isAdmin || userId === row.userId)
}
