import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'
import { getToken } from '@/lib/domain/tokens/get-token'
import { requireRoom } from '@/lib/domain/tokens/require-room'
import type { ExtendTokenInput, TokenView } from '@/lib/domain/tokens/schema'
import { tokenExpiry } from '@/lib/domain/tokens/token-expiry'
import { moveExpiry } from '@/lib/domain/tokens/token-secret-store'

/**
 * Moves the expiry of a personal token, counted from now, within policy. An expired token works again, if there is room
 * for it.
 * @throws AppError token_not_found, invalid_input, token_limit_reached
 */
export async function extendToken(principal: Principal, id: string, input: ExtendTokenInput): Promise<TokenView> {
  const { userId } = principal
  const expiresAt = tokenExpiry({ expires_in_seconds: input.expires_in_seconds })
  if (expiresAt === null) throw new AppError('internal')
  await transactionAs(principal, async (tx) => {
    await requireRoom(tx, userId, id)
    if (!(await moveExpiry(tx, userId, id, expiresAt))) throw new AppError('token_not_found')
    await recordAudit(tx, {
      action: 'token.extended',
      actor: principal,
      userId,
      target: { type: 'token', id },
      details: { expires_at: expiresAt.toISOString() },
    })
  })
  return getToken(principal, id)
}
