import type { TokenEnd } from '@/components/tokens/list/token-end'
import { createTexts } from '@/components/tokens/texts-create'
import { formatInstant } from '@/components/ui/time/format-instant'

/** Says in a sentence what a choice of expiry means. */
export function describeEnd(end: TokenEnd, nowMs: number, timeZone: string): string {
  if (end.never) return createTexts.expiry.neverExpires
  const instant = end.expires_at ?? nowMs + (end.expires_in_seconds ?? 0) * 1000
  return instant === '' ? createTexts.expiry.askForDay : createTexts.expiry.expires(instantInZone(instant, timeZone))
}

/** Formats an instant in full and names the time zone: “Friday, 19 February 2027, 21:40 (Europe/Berlin)”. */
export function instantInZone(instant: string | number, timeZone: string): string {
  return `${formatInstant(instant, timeZone)}${timeZone === 'UTC' ? '' : ` (${timeZone})`}`
}
