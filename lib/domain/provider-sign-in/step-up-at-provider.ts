import { recordAudit } from '@/lib/domain/audit/record-audit'
import { STEP_UP_SECONDS } from '@/lib/domain/authority/step-up'
import { hasUsablePassword } from '@/lib/domain/authority/usable-password'
import { now, secondsAfter } from '@/lib/base/clock'
import { AppError } from '@/lib/base/errors/app-error'
import type { ProviderSettings } from '@/lib/base/provider-settings'
import { recognizeIdentity } from '@/lib/domain/identities/recognize-identity'
import { transactionAsVisitor, type JourneyOwner } from '@/lib/domain/provider-sign-in/transaction-as-visitor'
import type { ProvenIdentity } from '@/lib/domain/providers/proven-identity'
import { replaceKey } from '@/lib/domain/tokens/renewal/renew-credential'
import type { Principal } from '@/lib/keys/principal'
import type { TokenSecret } from '@/lib/keys/token-key'

/** By how much the clock of a provider may be behind, in seconds. */
const CLOCK_TOLERANCE_SECONDS = 30

const OTHER_IDENTITY = 'That’s not a sign-in method of your account. Use one that is.'
const NOT_FRESH = 'The provider didn’t confirm that you signed in just now. Try again.'
const PASSWORD_COUNTS = 'Your account has a password. Confirm it’s you with that.'

/** A step-up that a provider has renewed. The browser continues with the new key. */
export interface ProviderStepUp {
  validUntil: Date
  sessionKey: TokenSecret
  /** When the session itself expires. */
  expiresAt: Date | null
}

/**
 * Renews the step-up of the session in which the visit began. The identity must belong to its account. A provider that
 * can ask for a new sign-in must have done so since the visit began; a mere visit to another one counts only for an
 * account without a usable password.
 * @throws AppError provider_failed
 */
export async function stepUpAtProvider(
  principal: Principal<'session'> | null,
  journey: JourneyOwner & { startedAt: Date },
  provider: ProviderSettings,
  proven: ProvenIdentity,
): Promise<ProviderStepUp> {
  if (provider.stepUp === 'fresh' && !isFresh(proven, journey.startedAt)) throw failed(NOT_FRESH)
  return transactionAsVisitor(principal, journey, async (tx, acting) => {
    const known = await recognizeIdentity(tx, proven)
    if (known === null || known.account.id !== acting.userId) throw failed(OTHER_IDENTITY)
    if (provider.stepUp === 'visit' && hasUsablePassword(known.account)) throw failed(PASSWORD_COUNTS)
    const sessionKey = await replaceKey(tx, acting)
    await recordAudit(tx, {
      action: 'session.reauthenticated',
      actor: acting,
      userId: acting.userId,
      target: { type: 'token', id: acting.tokenId },
      details: { methods: ['provider'], provider: provider.id },
    })
    return { validUntil: secondsAfter(now(), STEP_UP_SECONDS), sessionKey, expiresAt: acting.expiresAt }
  })
}

function isFresh({ authenticatedAt }: ProvenIdentity, startedAt: Date): boolean {
  return authenticatedAt !== null && secondsAfter(authenticatedAt, CLOCK_TOLERANCE_SECONDS) >= startedAt
}

function failed(detail: string): AppError {
  return new AppError('provider_failed', { detail })
}
