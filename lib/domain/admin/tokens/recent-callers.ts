import type { ManagedTokenRow } from '@/lib/domain/admin/tokens/managed-token-store'
import type { RevocationPreview } from '@/lib/domain/admin/tokens/schema'
import { now, secondsAfter } from '@/lib/base/clock'
import { DAY_SECONDS } from '@/lib/base/durations'

const RECENT_SECONDS = 7 * DAY_SECONDS

/** Returns the instant from which a use counts as recent: seven days ago. */
export function recentSince(): Date {
  return secondsAfter(now(), -RECENT_SECONDS)
}

/** Returns who last used a token and when, or null if it was never used. */
export function callerOf(row: ManagedTokenRow): RevocationPreview['recent_callers'][number] | null {
  if (row.lastUsedAt === null) return null
  return {
    token_id: row.id,
    name: row.name,
    kind: row.kind,
    hint: row.secrets[0]?.hint ?? '',
    owner: row.user.username,
    last_used_at: row.lastUsedAt.toISOString(),
    last_used_ip: row.lastUsedAddress,
    user_agent: row.userAgent,
  }
}
