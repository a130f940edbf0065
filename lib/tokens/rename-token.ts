import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import { transaction } from '@/lib/db/transaction'
import { AppError } from '@/lib/errors/app-error'
import { getToken } from '@/lib/tokens/get-token'
import type { TokenView } from '@/lib/tokens/schema'
import { renameOwnToken, takenTokenName } from '@/lib/tokens/token-store'

/**
 * Renames one of the principal's tokens that is not revoked.
 * @throws AppError token_not_found, name_taken
 */
export async function renameToken(principal: Principal, id: string, name: string): Promise<TokenView> {
  try {
    await transaction(async (tx) => {
      if (!(await renameOwnToken(tx, principal.userId, id, name))) throw new AppError('token_not_found')
      await recordAudit(tx, {
        action: 'token.renamed',
        actor: principal,
        userId: principal.userId,
        target: { type: 'token', id },
        details: { name },
      })
    })
  } catch (error) {
    throw takenTokenName(error)
  }
  return getToken(principal, id)
}
