import { eventActor } from '@/lib/domain/activity/event-actor'
import { listEventsOf, presentEvent } from '@/lib/domain/activity/list-events'
import type { TokenEvents } from '@/lib/domain/activity/schema'
import { describeClient } from '@/lib/base/describe-client'
import type { Principal } from '@/lib/keys/principal'
import { nameTokens } from '@/lib/domain/tokens/name-tokens'

const EVENTS_MAX = 50

/** Lists what happened to one of the principal's tokens, newest first. */
export async function listTokenEvents(principal: Principal, tokenId: string): Promise<TokenEvents> {
  const { userId } = principal
  const rows = await listEventsOf({ userId, targetType: 'token', targetId: tokenId }, EVENTS_MAX + 1)
  const target = (await nameTokens(principal, [tokenId])).get(tokenId) ?? null
  return {
    items: rows.slice(0, EVENTS_MAX).map((row) => ({
      ...presentEvent(row, principal),
      actor: eventActor(row, userId),
      target,
      client: describeClient(row.userAgent),
    })),
    isCut: rows.length > EVENTS_MAX,
  }
}
