import { confirmPassword } from '@/lib/accounts/confirm-password'
import { STEP_UP_SECONDS } from '@/lib/accounts/require-step-up'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import { now, secondsAfter } from '@/lib/clock'
import { transaction } from '@/lib/db/transaction'
import { renewStepUp, replaceKey } from '@/lib/tokens/renew-credential'
import type { TokenSecret } from '@/lib/tokens/token-key'

/** A step-up that was renewed; a browser's session goes on under a new key. */
interface Reauthentication {
  validUntil: Date
  sessionKey: TokenSecret | null
}

/**
 * Renews the step-up of a session or device that shows the password.
 * @throws AppError password_incorrect, busy
 */
export async function reauthenticate(
  principal: Principal<'session' | 'device'>,
  password: string,
): Promise<Reauthentication> {
  await confirmPassword(principal, password, '/password')
  const { userId, tokenId, kind } = principal
  const sessionKey = await transaction(async (tx) => {
    const key = kind === 'session' ? await replaceKey(tx, principal) : null
    if (key === null) await renewStepUp(tx, principal)
    const target = { type: 'token', id: tokenId } as const
    await recordAudit(tx, { action: 'session.reauthenticated', actor: principal, userId, target })
    return key
  })
  return { validUntil: secondsAfter(now(), STEP_UP_SECONDS), sessionKey }
}
