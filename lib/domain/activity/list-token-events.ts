import { listEventsOf, presentEvent } from '@/lib/domain/activity/list-events'
import type { ToldEvent } from '@/lib/domain/activity/schema'
import { describeClient } from '@/lib/base/describe-client'
import type { Principal } from '@/lib/keys/principal'
import { nameTokens } from '@/lib/domain/tokens/name-tokens'

/** Lists what happened to one of the principal's tokens, newest first, at most `limit` events. */
export async function listTokenEvents(principal: Principal, tokenId: string, limit: number): Promise<ToldEvent[]> {
  const rows = await listEventsOf({ userId: principal.userId, targetType: 'token', targetId: tokenId }, limit)
  const target = (await nameTokens(principal, [tokenId])).get(tokenId) ?? null
  return rows.map((row) => ({ ...presentEvent(row, principal), target, client: describeClient(row.userAgent) }))
}
