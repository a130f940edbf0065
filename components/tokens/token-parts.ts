export const DAY_MS = 86_400_000

/** From when before its end a token is said to end soon. */
export const SOON_MS = 7 * DAY_MS

const UNUSED_DAYS = 90

/** The parts of the list that the page offers. */
export const tokenParts = ['active', 'ending', 'unused', 'ended'] as const

export type TokenPart = (typeof tokenParts)[number]

/** What each part is called. */
export const partNames: Record<TokenPart, string> = {
  active: 'Active',
  ending: 'Ending soon',
  unused: `Unused ${UNUSED_DAYS} days`,
  ended: 'Ended',
}

/** Since when a token must have rested to count as unused. */
export function unusedSince(nowMs: number): string {
  return new Date(nowMs - UNUSED_DAYS * DAY_MS).toISOString()
}
