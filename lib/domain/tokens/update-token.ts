import { requireStepUp } from '@/lib/domain/accounts/sign-in/require-step-up'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { parseScopes } from '@/lib/keys/effective-scopes'
import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'
import { getToken } from '@/lib/domain/tokens/get-token'
import { grantableScopes } from '@/lib/domain/tokens/grantable-scopes'
import type { TokenView, UpdateTokenInput } from '@/lib/domain/tokens/schema'
import { findOwnToken, renameOwnToken, setOwnScopes, takenTokenName } from '@/lib/domain/tokens/token-store'

/**
 * Renames one of the principal's tokens that is not revoked, or changes the scopes of a personal token. Additional
 * scopes need a recent password.
 * @throws AppError token_not_found, invalid_input, name_taken, reauthentication_required, password_incorrect, busy
 */
export async function updateToken(principal: Principal, id: string, input: UpdateTokenInput): Promise<TokenView> {
  const { userId } = principal
  const { name, password } = input
  const change = input.scopes && (await scopeChange(principal, id, input.scopes))
  const acting = change?.isWider ? await requireStepUp(principal, password) : principal
  try {
    await transactionAs(acting, async (tx, { isAdmin }) => {
      if (change) grantableScopes({ isAdmin }, change.to)
      const isRenamed = name === undefined || (await renameOwnToken(tx, userId, id, name))
      const isGranted = change === undefined || (await setOwnScopes(tx, userId, id, change))
      if (!isRenamed || !isGranted) throw new AppError('token_not_found')
      await recordAudit(tx, {
        action: 'token.updated',
        actor: principal,
        userId,
        target: { type: 'token', id },
        details: { ...(name !== undefined && { name }), ...(change && { scopes: change.to }) },
      })
    })
  } catch (error) {
    throw await takenTokenName(error, userId, name ?? '')
  }
  return getToken(principal, id)
}

/**
 * Returns the current and the new scopes, and whether the new ones add any. The update applies only while the token
 * still has the current scopes.
 */
async function scopeChange(
  principal: Principal,
  id: string,
  asked: readonly string[],
): Promise<{ from: string[]; to: string[]; isWider: boolean }> {
  const to = grantableScopes(principal, asked)
  const token = await findOwnToken(principal.userId, id)
  if (token?.kind !== 'personal') throw new AppError('token_not_found')
  const from = parseScopes(token.scopes)
  return { from, to, isWider: to.some((scope) => !from.includes(scope)) }
}
