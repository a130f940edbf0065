import { secondsAfter } from '@/lib/base/clock'

const SLACK_SECONDS = 120

/**
 * Returns when a token expires that is not used again after `at`; null if it has no idle time. Uses are written
 * once a minute, so two minutes of slack keep a token from expiring before its idle time is over.
 */
export function idleEnd(idleSeconds: number | null, at: Date): Date | null {
  return idleSeconds === null ? null : secondsAfter(at, idleSeconds + SLACK_SECONDS)
}
