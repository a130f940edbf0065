import { findOwnersTokensForAdmin } from '@/lib/domain/admin/tokens/managed-token-store'
import { callerOf, recentSince } from '@/lib/domain/admin/tokens/recent-callers'
import { PREVIEW_COUNT_MAX, type RevocationPreview } from '@/lib/domain/admin/tokens/schema'
import type { TokenKind } from '@/lib/keys/token-key'

/** Shows what revoking all tokens of these kinds of one account would affect, with no limit on their number. */
export async function previewOwnersRevocation(
  { id, username }: { id: string; username: string },
  kinds: readonly TokenKind[],
): Promise<RevocationPreview> {
  const found = await findOwnersTokensForAdmin({ ownerId: id, kinds }, recentSince(), PREVIEW_COUNT_MAX)
  const owners = found.count === 0 ? [] : [{ id, username, token_count: found.count }]
  return {
    token_count: found.count,
    remaining: false,
    owner_count: owners.length,
    owners,
    recently_used_count: found.recentCount,
    recent_callers: found.latest.flatMap((row) => callerOf(row) ?? []),
  }
}
