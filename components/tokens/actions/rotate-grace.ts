import type { TokenView } from '@/lib/domain/tokens/schema'
import { DAY_MS, DAY_SECONDS } from '@/lib/base/durations'

const RECENTLY_USED_DAYS = 7

/** Whether a token was used in the last 7 days, so that whatever uses it needs time for the new key. */
export function isRecentlyUsed({ last_used_at }: Pick<TokenView, 'last_used_at'>, nowMs: number): boolean {
  return last_used_at !== null && nowMs - Date.parse(last_used_at) <= RECENTLY_USED_DAYS * DAY_MS
}

/** Suggests for how many seconds the old key of a rotated token keeps working. */
export function suggestedGrace(token: Pick<TokenView, 'last_used_at'>, nowMs: number): number {
  return isRecentlyUsed(token, nowMs) ? DAY_SECONDS : 0
}
