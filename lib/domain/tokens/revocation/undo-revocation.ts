import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { now, secondsAfter } from '@/lib/base/clock'
import { AppError } from '@/lib/base/errors/app-error'
import { getToken } from '@/lib/domain/tokens/get-token'
import { requireRoom } from '@/lib/domain/tokens/require-room'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { markRestored } from '@/lib/domain/tokens/token-end-store'
import { takenTokenName } from '@/lib/domain/tokens/token-store'
import { DAY_SECONDS } from '@/lib/base/durations'

const UNDO_SECONDS = DAY_SECONDS

/**
 * Undoes the revocation of a personal token within 24 hours, if its owner revoked it for a reason other than a leak,
 * and if its name and a place are free.
 * @throws AppError token_not_found, undo_not_possible, name_taken, token_limit_reached
 */
export async function undoRevocation(principal: Principal, id: string): Promise<TokenView> {
  const { userId } = principal
  const { name, kind } = await getToken(principal, id)
  if (kind !== 'personal') throw new AppError('token_not_found')
  try {
    await transactionAs(principal, async (tx) => {
      await requireRoom(tx, userId, id)
      const since = secondsAfter(now(), -UNDO_SECONDS)
      if (!(await markRestored(tx, userId, id, name, since))) throw new AppError('undo_not_possible')
      const target = { type: 'token', id } as const
      await recordAudit(tx, { action: 'token.restored', actor: principal, userId, target })
    })
  } catch (error) {
    throw await takenTokenName(error, userId, name)
  }
  return getToken(principal, id)
}
