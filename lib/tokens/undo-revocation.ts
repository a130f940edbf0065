import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import { transactionAs } from '@/lib/auth/transaction-as'
import { now, secondsAfter } from '@/lib/clock'
import { AppError } from '@/lib/errors/app-error'
import { getToken } from '@/lib/tokens/get-token'
import { requireRoom } from '@/lib/tokens/require-room'
import type { TokenView } from '@/lib/tokens/schema'
import { markRestored } from '@/lib/tokens/token-end-store'
import { takenTokenName } from '@/lib/tokens/token-store'

const UNDO_SECONDS = 86_400

/**
 * Takes back the revocation of a personal token: within 24 hours, when its owner did it and
 * not for a leak, and while its name and a place are free.
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
