/** One minute in seconds. */
export const MINUTE_SECONDS = 60

/** One hour in seconds. */
export const HOUR_SECONDS = 60 * MINUTE_SECONDS

/** One day in seconds. */
export const DAY_SECONDS = 24 * HOUR_SECONDS

/** One hour in milliseconds. */
export const HOUR_MS = HOUR_SECONDS * 1000

/** One day in milliseconds. */
export const DAY_MS = DAY_SECONDS * 1000

/** How many days before its expiry a token counts as expiring soon. */
export const EXPIRING_SOON_DAYS = 7

/** After how many days without a request a token counts as unused. */
export const UNUSED_DAYS = 90

/** After how many days without a visit to a linked provider the page of accounts lists an account. */
export const UNSEEN_DAYS = 60

/**
 * How many days before a token expires its owner is emailed, unless the token’s whole lifetime is shorter. Another email
 * is sent when it has expired.
 */
export const REMINDER_DAYS = [7, 1] as const

/** How many days a revoked token is kept. */
export const REVOKED_KEPT_DAYS = 90
