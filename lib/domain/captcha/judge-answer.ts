import type { ProviderAnswer } from '@/lib/domain/captcha/ask-provider'

const AGE_SECONDS_MAX = 120
/** The provider's clock and ours may differ by this much. */
const SKEW_SECONDS = 30

/** What an answer must match. */
interface Expected {
  hostname: string
  action: string
  at: Date
  /** Null if the provider returns no score. */
  scoreMin: number | null
}

/** Returns why an answer is rejected, for the log, or null if it counts. */
export function faultOfAnswer(answer: ProviderAnswer, { hostname, action, at, scoreMin }: Expected): string | null {
  if (!answer.success) return `rejected by the provider: ${(answer['error-codes'] ?? []).join(', ')}`
  if (answer.hostname !== hostname) return 'solved on a different host'
  // Not every provider supports actions. Turnstile returns an empty one if the page sets none.
  if ((answer.action ?? '') !== '' && answer.action !== action) return 'solved for a different action'
  if (scoreMin !== null && answer.action !== action) return 'solved without an action'
  if (scoreMin !== null && (answer.score ?? 0) < scoreMin) return 'score too low'
  return isTooOld(answer, at) ? 'too old' : null
}

function isTooOld({ challenge_ts: solvedAt }: ProviderAnswer, at: Date): boolean {
  const ms = Date.parse(solvedAt ?? '')
  return Number.isNaN(ms) || at.getTime() - ms > (AGE_SECONDS_MAX + SKEW_SECONDS) * 1000
}

/**
 * Returns whether the provider rejects our credentials rather than the answer: our settings are wrong, and nobody could
 * pass.
 */
export function isOurFault({ 'error-codes': codes = [] }: ProviderAnswer): boolean {
  return codes.some((code) =>
    ['missing-input-secret', 'invalid-input-secret', 'sitekey-secret-mismatch'].includes(code),
  )
}
