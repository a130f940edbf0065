import { MINUTE_SECONDS } from '@/lib/base/durations'

/** The number of consecutive failed attempts before the account is locked for a while. */
export const ATTEMPTS_PER_LOCK = 10

/** How long the first lock lasts, in seconds. */
export const LOCK_SECONDS = 10 * MINUTE_SECONDS

/** How much longer each further lock lasts, in seconds. */
export const LOCK_GROWTH_SECONDS = MINUTE_SECONDS

/** How long the longest lock lasts, in seconds. */
export const LOCK_SECONDS_MAX = 15 * MINUTE_SECONDS

const inMinutes = (seconds: number) => seconds / MINUTE_SECONDS

/** The rule in words. Every rejected password gets it, so it reveals nothing about the account. */
export const LOCK_RULE = `After ${ATTEMPTS_PER_LOCK} failed attempts, sign-in pauses for ${inMinutes(LOCK_SECONDS)} to ${inMinutes(LOCK_SECONDS_MAX)} minutes.`
