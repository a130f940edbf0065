import type { ManagedTokenRow } from '@/lib/admin/tokens/managed-token-store'
import { PREVIEW_COUNT_MAX, type RevocationPreview, type TokenSelector } from '@/lib/admin/tokens/schema'
import { selectForRevocation } from '@/lib/admin/tokens/select-for-revocation'
import type { Principal } from '@/lib/auth/principal'
import { now, secondsAfter } from '@/lib/clock'

const RECENT_SECONDS = 7 * 86_400

/** Whom a revocation would hit: the owners of the tokens, and who used them of late. It ends nothing. */
export async function previewRevocation(_admin: Principal, selector: TokenSelector): Promise<RevocationPreview> {
  const { rows, remaining } = await selectForRevocation(selector)
  const owners = ownersOf(rows)
  const recent = recentlyUsed(rows)
  return {
    token_count: rows.length,
    remaining,
    owner_count: owners.length,
    owners: owners.slice(0, PREVIEW_COUNT_MAX),
    recently_used_count: recent.length,
    recent_callers: recent.slice(0, PREVIEW_COUNT_MAX).map(callerOf),
  }
}

function ownersOf(rows: readonly ManagedTokenRow[]): RevocationPreview['owners'] {
  const owners = new Map<string, RevocationPreview['owners'][number]>()
  for (const { user } of rows) {
    const owner = owners.get(user.id) ?? { id: user.id, username: user.username, token_count: 0 }
    owners.set(user.id, { ...owner, token_count: owner.token_count + 1 })
  }
  return [...owners.values()].toSorted((one, other) => other.token_count - one.token_count)
}

type UsedToken = ManagedTokenRow & { lastUsedAt: Date }

function recentlyUsed(rows: readonly ManagedTokenRow[]): UsedToken[] {
  const since = secondsAfter(now(), -RECENT_SECONDS)
  const used = rows.filter((row): row is UsedToken => row.lastUsedAt !== null && row.lastUsedAt >= since)
  return used.toSorted((one, other) => other.lastUsedAt.getTime() - one.lastUsedAt.getTime())
}

function callerOf(row: UsedToken): RevocationPreview['recent_callers'][number] {
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
