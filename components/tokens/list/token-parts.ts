import { tokensTexts } from '@/components/tokens/texts'
import { DAY_MS, EXPIRING_SOON_DAYS, UNUSED_DAYS } from '@/lib/base/durations'

/** How long before its expiry a token counts as expiring soon. */
export const SOON_MS = EXPIRING_SOON_DAYS * DAY_MS

/** The parts of the list that the page offers. */
export const tokenParts = ['active', 'ending', 'unused', 'ended'] as const

export type TokenPart = (typeof tokenParts)[number]

export const partNames: Record<TokenPart, string> = {
  ...tokensTexts.views,
  unused: tokensTexts.views.unused(UNUSED_DAYS),
}

/** Returns the time since when a token must not have been used to count as unused. */
export function unusedSince(nowMs: number): string {
  return new Date(nowMs - UNUSED_DAYS * DAY_MS).toISOString()
}
