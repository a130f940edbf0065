import type { ManagedTokenRow } from '@/lib/domain/admin/tokens/managed-token-store'
import { callerOf, recentSince } from '@/lib/domain/admin/tokens/recent-callers'
import { PREVIEW_COUNT_MAX, type RevocationPreview, type TokenSelector } from '@/lib/domain/admin/tokens/schema'
import { selectForRevocation } from '@/lib/domain/admin/tokens/select-for-revocation'
import type { Principal } from '@/lib/keys/principal'

/** Shows whom a revocation would affect: the owners of the tokens and their recent callers. Revokes nothing. */
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
    recent_callers: recent.slice(0, PREVIEW_COUNT_MAX),
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

function recentlyUsed(rows: readonly ManagedTokenRow[]): RevocationPreview['recent_callers'] {
  const since = recentSince()
  const used = rows.filter(({ lastUsedAt }) => lastUsedAt !== null && lastUsedAt >= since)
  const callers = used.flatMap((row) => callerOf(row) ?? [])
  return callers.toSorted((one, other) => Date.parse(other.last_used_at) - Date.parse(one.last_used_at))
}
