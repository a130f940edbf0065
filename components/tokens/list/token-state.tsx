'use client'

import { DAY_MS, EXPIRING_SOON_DAYS } from '@/lib/base/durations'
import { tokenStateTexts } from '@/components/tokens/texts-state'
import { DayTime } from '@/components/ui/time/day-time'
import { formatDuration } from '@/components/ui/time/format-duration'
import { useNow } from '@/components/ui/time/now-provider'
import { RelativeTime } from '@/components/ui/time/relative-time'
import { StateDot } from '@/components/ui/state-dot'
import type { TokenView } from '@/lib/domain/tokens/schema'

const words = tokenStateTexts.state
const revokedFor: Readonly<Record<string, string>> = words.revokedFor

/** A token's state: when it expires, with a warning in its last week, or why it no longer works. */
export function TokenState({ token }: { token: TokenView }) {
  const nowMs = useNow()
  const { status, expires_at, idle_seconds, revoked_at, revoked_reason } = token
  if (status === 'revoked') {
    return (
      <StateDot tone="dead">
        {revokedWords(revoked_reason)}
        {revoked_at !== null && (
          <span className="block text-note">
            <DayTime at={revoked_at} />
          </span>
        )}
      </StateDot>
    )
  }
  const rest = idle_seconds !== null && (
    <span className="block text-note text-muted columns:whitespace-nowrap">
      {(expires_at === null ? words.unlessIdle : words.orIdle)(formatDuration(idle_seconds))}
    </span>
  )
  if (status === 'active' && expires_at === null) {
    return (
      <StateDot tone="live">
        {words.noExpiry}
        {rest}
      </StateDot>
    )
  }
  const end = endOf(token)
  const remainingMs = Date.parse(end) - nowMs
  if (status === 'expired' || remainingMs <= 0) {
    return (
      <StateDot tone="dead">
        {words.expired}
        <span className="block text-note">
          <DayTime at={end} />
        </span>
      </StateDot>
    )
  }
  return remainingMs < EXPIRING_SOON_DAYS * DAY_MS ? (
    <StateDot tone="soon">
      <RelativeTime at={end} />
      {rest}
    </StateDot>
  ) : (
    <StateDot tone="live">
      <DayTime at={end} />
      {rest}
    </StateDot>
  )
}

/** Returns when a token expires. For an expired token, lack of use may have been the reason. */
function endOf({ status, expires_at, idle_expires_at }: TokenView): string {
  const ends = [expires_at, ...(status === 'expired' ? [idle_expires_at] : [])].filter((end) => end !== null)
  return ends.sort()[0] ?? ''
}

/** Says why a token was revoked; leaves out an unknown reason. */
function revokedWords(reason: string | null): string {
  return revokedFor[reason ?? ''] ?? words.revoked
}
