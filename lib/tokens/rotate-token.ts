import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import { transactionAs } from '@/lib/auth/transaction-as'
import { now, secondsAfter } from '@/lib/clock'
import { AppError } from '@/lib/errors/app-error'
import { getToken } from '@/lib/tokens/get-token'
import type { IssuedToken } from '@/lib/tokens/schema'
import { generateKey } from '@/lib/tokens/token-key'
import { lockLiveToken, replaceSecret } from '@/lib/tokens/token-secret-store'

/**
 * Gives a live personal token a new key; id, name, scopes and end stay. The key before works
 * for `graceSeconds` more, and however many rotate at once, at most two keys live.
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
