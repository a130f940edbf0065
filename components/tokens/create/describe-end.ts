import type { TokenEnd } from '@/components/tokens/list/token-end'
import { formatInstant } from '@/components/ui/time/format-instant'

/** Says in a sentence what a choice of expiry means. */
export function describeEnd(end: TokenEnd, nowMs: number, timeZone: string): string {
  if (end.never) return 'Never ends. Anyone who finds it can use it until you revoke it.'
  const instant = end.expires_at ?? nowMs + (end.expires_in_seconds ?? 0) * 1000
  return instant === ''
    ? 'Choose the last day on which it may be used.'
    : `Ends on ${formatInstant(instant, timeZone)}.`
}
