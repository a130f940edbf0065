import { now, secondsAfter } from '@/lib/base/clock'

/** How long a confirmed password counts as recent, in seconds: 15 minutes. */
export const STEP_UP_SECONDS = 900

/** Returns whether a password confirmed at `authTime` still counts as recent. */
export function isPasswordRecent(authTime: Date | null): boolean {
  return authTime !== null && secondsAfter(authTime, STEP_UP_SECONDS) > now()
}
