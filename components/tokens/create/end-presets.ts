import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { formatDuration } from '@/components/ui/time/format-duration'
import { DAY_SECONDS } from '@/lib/base/durations'

const OFFERED = [7 * DAY_SECONDS, 30 * DAY_SECONDS, 60 * DAY_SECONDS, 90 * DAY_SECONDS]

interface EndPreset {
  seconds: number
  label: string
}

/**
 * Lists the lifetimes to offer, shortest first: the usual ones, the deployment's default and one that a link asked for,
 * as far as the policy allows.
 */
export function endPresets(
  { defaultTtlSeconds, maxTtlSeconds }: Pick<TokenPolicy, 'defaultTtlSeconds' | 'maxTtlSeconds'>,
  askedSeconds: number = defaultTtlSeconds,
): EndPreset[] {
  const allowed = new Set([...OFFERED, defaultTtlSeconds, askedSeconds].filter((seconds) => seconds <= maxTtlSeconds))
  return [...allowed].sort((a, b) => a - b).map((seconds) => ({ seconds, label: formatDuration(seconds) }))
}
