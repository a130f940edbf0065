import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { now, secondsAfter } from '@/lib/base/clock'
import { AppError } from '@/lib/base/errors/app-error'
import { getToken } from '@/lib/domain/tokens/get-token'
import type { IssuedToken } from '@/lib/domain/tokens/schema'
import { generateKey } from '@/lib/keys/token-key'
import { lockLiveToken, replaceSecret } from '@/lib/domain/tokens/token-secret-store'

/**
 * Gives a live personal token a new key; id, name, scopes and expiry stay. The previous key works for `graceSeconds`
 * more. At most two keys work at once, however many rotations run concurrently.
 * @throws AppError token_not_found
 */
export async function rotateToken(principal: Principal, id: string, graceSeconds: number): Promise<IssuedToken> {
  const key = generateKey('personal')
  await transactionAs(principal, async (tx) => {
    if (!(await lockLiveToken(tx, principal.userId, id, 'personal'))) throw new AppError('token_not_found')
    await replaceSecret(tx, id, key, secondsAfter(now(), graceSeconds))
    await recordAudit(tx, {
      action: 'token.rotated',
      actor: principal,
      userId: principal.userId,
      target: { type: 'token', id },
      details: { grace_seconds: graceSeconds },
    })
  })
  return { ...(await getToken(principal, id)), key }
}
