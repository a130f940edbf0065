import type { ProviderAnswer } from '@/lib/domain/captcha/ask-provider'

const AGE_SECONDS_MAX = 120
/** The provider's clock and ours need not agree to the second. */
const SKEW_SECONDS = 30

/** What an answer must be for. */
interface Expected {
  hostname: string
  action: string
  at: Date
  /** Null where the provider gives no score. */
  scoreMin: number | null
}

/** Why an answer does not count, for the log; null when it does. */
export function faultOfAnswer(answer: ProviderAnswer, { hostname, action, at, scoreMin }: Expected): string | null {
  if (!answer.success) return `refused: ${(answer['error-codes'] ?? []).join(', ')}`
  if (answer.hostname !== hostname) return 'solved on another host'
  // Not all of them have actions; Turnstile gives an empty one where the page names none.
  if ((answer.action ?? '') !== '' && answer.action !== action) return 'solved for another action'
  if (scoreMin !== null && answer.action !== action) return 'solved for no action'
  if (scoreMin !== null && (answer.score ?? 0) < scoreMin) return 'the score is too low'
  return isTooOld(answer, at) ? 'too old' : null
}

function isTooOld({ challenge_ts: solvedAt }: ProviderAnswer, at: Date): boolean {
  const ms = Date.parse(solvedAt ?? '')
  return Number.isNaN(ms) || at.getTime() - ms > (AGE_SECONDS_MAX + SKEW_SECONDS) * 1000
}

/** Whether the provider refuses us rather than the answer: our settings are wrong, and nobody could pass. */
export function isOurFault({ 'error-codes': codes = [] }: ProviderAnswer): boolean {
  return codes.some((code) =>
    ['missing-input-secret', 'invalid-input-secret', 'sitekey-secret-mismatch'].includes(code),
  )
}
