'use client'

import { revokedWords } from '@/components/tokens/revoked-words'
import { DayTime } from '@/components/ui/day-time'
import { useNow } from '@/components/ui/now-provider'
import { RelativeTime } from '@/components/ui/relative-time'
import { StateDot } from '@/components/ui/state-dot'
import type { TokenView } from '@/lib/tokens/schema'

const SOON_MS = 7 * 86_400_000

/** How a token stands: when it ends, with a warning in its last week, or how it came to its end. */
export function TokenState({ token }: { token: TokenView }) {
  const nowMs = useNow()
  const { status, expires_at, revoked_at, revoked_reason } = token
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
  if (expires_at === null) {
    return (
      <StateDot tone="live">
        Never<span className="cards:hidden"> ends</span>
      </StateDot>
    )
  }
  const remainingMs = Date.parse(expires_at) - nowMs
  if (status === 'expired' || remainingMs <= 0) {
    return (
      <StateDot tone="dead">
        Expired
        <span className="block text-note">
          <DayTime at={expires_at} />
        </span>
      </StateDot>
    )
  }
  return remainingMs < SOON_MS ? (
    <StateDot tone="soon">
      <RelativeTime at={expires_at} />
    </StateDot>
  ) : (
    <StateDot tone="live">
      <DayTime at={expires_at} />
    </StateDot>
  )
}
