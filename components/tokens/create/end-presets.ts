import type { TokenPolicy } from '@/components/tokens/create/token-policy'
import { formatDuration } from '@/components/ui/time/format-duration'
import { DAY_SECONDS } from '@/lib/base/durations'

const OFFERED = [7 * DAY_SECONDS, 30 * DAY_SECONDS, 60 * DAY_SECONDS, 90 * DAY_SECONDS]

interface EndPreset {
  seconds: number
  label: string
}

/** The lifetimes on offer, shortest first: the usual ones as far as the policy goes, its default, and one that was asked for. */
export function endPresets(
  { defaultTtlSeconds, maxTtlSeconds }: Pick<TokenPolicy, 'defaultTtlSeconds' | 'maxTtlSeconds'>,
  askedSeconds: number = defaultTtlSeconds,
): EndPreset[] {
  const allowed = new Set([...OFFERED, defaultTtlSeconds, askedSeconds].filter((seconds) => seconds <= maxTtlSeconds))
  return [...allowed].sort((a, b) => a - b).map((seconds) => ({ seconds, label: formatDuration(seconds) }))
}
