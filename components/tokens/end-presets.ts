import type { TokenPolicy } from '@/components/tokens/token-policy'

const MINUTE_SECONDS = 60
const HOUR_SECONDS = 3_600
const DAY_SECONDS = 86_400

const OFFERED = [7 * DAY_SECONDS, 30 * DAY_SECONDS, 90 * DAY_SECONDS]

interface EndPreset {
  seconds: number
  label: string
}

/** The lifetimes on offer, shortest first: the usual ones as far as the policy goes, and its default. */
export function endPresets({
  defaultTtlSeconds,
  maxTtlSeconds,
}: Pick<TokenPolicy, 'defaultTtlSeconds' | 'maxTtlSeconds'>): EndPreset[] {
  const allowed = new Set([...OFFERED, defaultTtlSeconds].filter((seconds) => seconds <= maxTtlSeconds))
  return [...allowed].sort((a, b) => a - b).map((seconds) => ({ seconds, label: inWords(seconds) }))
}

function inWords(seconds: number): string {
  if (seconds % DAY_SECONDS === 0) return counted(seconds / DAY_SECONDS, 'day')
  if (seconds % HOUR_SECONDS === 0) return counted(seconds / HOUR_SECONDS, 'hour')
  if (seconds % MINUTE_SECONDS === 0) return counted(seconds / MINUTE_SECONDS, 'minute')
  return counted(seconds, 'second')
}

function counted(count: number, unit: string): string {
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}
