import { secondsAfter } from '@/lib/base/clock'

const SLACK_SECONDS = 120

/**
 * When the idle clock of a token runs out after a use at `at`; null without one. Uses are
 * written once a minute, so two minutes of slack keep a token from ending before its idle
 * time is really over.
 */
export function idleEnd(idleSeconds: number | null, at: Date): Date | null {
  return idleSeconds === null ? null : secondsAfter(at, idleSeconds + SLACK_SECONDS)
}
