import { now, secondsAfter } from '@/lib/base/clock'

/** How long a confirmed password counts, in seconds: 15 minutes. */
export const STEP_UP_SECONDS = 900

/** Whether a password that was confirmed at `authTime` still counts. */
export function isPasswordRecent(authTime: Date | null): boolean {
  return authTime !== null && secondsAfter(authTime, STEP_UP_SECONDS) > now()
}
