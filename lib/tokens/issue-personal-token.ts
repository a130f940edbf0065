import { recordAudit } from '@/lib/audit/record-audit'
import { ADMIN_SCOPES } from '@/lib/auth/effective-scopes'
import type { Principal } from '@/lib/auth/principal'
import { transaction } from '@/lib/db/transaction'
import { settings } from '@/lib/env'
import { AppError } from '@/lib/errors/app-error'
import { issueToken, type IssuedRow } from '@/lib/tokens/issue-token'
import { presentToken } from '@/lib/tokens/present-token'
import type { CreateTokenInput, IssuedToken } from '@/lib/tokens/schema'
import { tokenExpiry } from '@/lib/tokens/token-expiry'
import { countLivePersonalTokens, lockOwner, takenTokenName } from '@/lib/tokens/token-store'

/** Who gets a token, and through which of their tokens they ask. */
type Owner = Pick<Principal, 'userId' | 'isAdmin'> & { tokenId?: string }

/**
 * Makes a named token for the principal. The name is unique and the limit holds, however
 * many ask at once.
 * @throws AppError invalid_input, non_expiring_disabled, name_taken, token_limit_reached
 */
export async function issuePersonalToken(principal: Principal, input: CreateTokenInput): Promise<IssuedToken> {
  const { token, key } = await issueNamedToken(principal, input)
  return { ...presentToken(token, principal.tokenId), key }
}

/** The same for an owner who has just shown the password and holds no token yet. */
export async function issueNamedToken(owner: Owner, input: CreateTokenInput): Promise<IssuedRow> {
  const { userId } = owner
  const scopes = grantableScopes(owner, input.scopes ?? [])
  const expiresAt = tokenExpiry(input)
  try {
    return await transaction(async (tx) => {
      if (!(await lockOwner(tx, userId))) throw new AppError('owner_inactive', { credentialSent: true })
      if ((await countLivePersonalTokens(tx, userId)) >= settings().TOKENS_PER_USER) throw limitReached()
      const issued = await issueToken(tx, {
        userId,
        kind: 'personal',
        name: input.name,
        scopes,
        expiresAt,
        authTime: null,
      })
      await recordAudit(tx, {
        action: 'token.created',
        actor: owner,
        userId,
        target: { type: 'token', id: issued.token.id },
        details: { name: input.name, scopes, expires_at: expiresAt?.toISOString() ?? null },
      })
      return issued
    })
  } catch (error) {
    throw takenTokenName(error)
  }
}

function grantableScopes(owner: Owner, asked: readonly string[]): string[] {
  const grantable = [...settings().TOKEN_SCOPES, ...(owner.isAdmin ? ADMIN_SCOPES : [])]
  const errors = asked.flatMap((scope, index) =>
    grantable.includes(scope)
      ? []
      : [{ pointer: `/scopes/${index}`, detail: `Must be one of ${grantable.join(', ')}` }],
  )
  if (errors.length > 0) throw new AppError('invalid_input', { errors })
  return [...new Set(asked)]
}

function limitReached(): AppError {
  const detail = `At most ${settings().TOKENS_PER_USER} tokens can live at once; revoke one that is not needed`
  return new AppError('token_limit_reached', { detail })
}
