import { confirmPassword } from '@/lib/domain/accounts/sign-in/confirm-password'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { STEP_UP_SECONDS } from '@/lib/domain/authority/step-up'
import { transactionAs } from '@/lib/domain/authority/transaction-as'
import { now, secondsAfter } from '@/lib/base/clock'
import { renewStepUp, replaceKey } from '@/lib/domain/tokens/renewal/renew-credential'
import type { TokenSecret } from '@/lib/keys/token-key'

/** A renewed step-up; a browser session continues with a new key. */
interface Reauthentication {
  validUntil: Date
  sessionKey: TokenSecret | null
}

/**
 * Verifies the password and renews the step-up of a session or app.
 * @throws AppError password_incorrect, busy
 */
export async function reauthenticate(
  principal: Principal<'session' | 'device'>,
  password: string,
): Promise<Reauthentication> {
  const confirmed = await confirmPassword(principal, password, '/password')
  const { userId, tokenId, kind } = principal
  const sessionKey = await transactionAs(confirmed.principal, async (tx) => {
    const key = kind === 'session' ? await replaceKey(tx, principal) : null
    if (key === null) await renewStepUp(tx, principal)
    const target = { type: 'token', id: tokenId } as const
    await recordAudit(tx, { action: 'session.reauthenticated', actor: principal, userId, target })
    return key
  })
  return { validUntil: secondsAfter(now(), STEP_UP_SECONDS), sessionKey }
}
