import { eventActor } from '@/lib/domain/activity/event-actor'
import { findEventPage, presentEvent } from '@/lib/domain/activity/list-events'
import type { ListEventsQuery, ToldEventPage } from '@/lib/domain/activity/schema'
import type { Principal } from '@/lib/keys/principal'
import { describeClient } from '@/lib/base/describe-client'
import { nameTokens } from '@/lib/domain/tokens/name-tokens'

/**
 * Lists the activity of the principal's account, newest first, with who did it, and with the current names of its
 * tokens, where they still exist, and of the clients.
 * @throws AppError invalid_input for another list's cursor
 */
export async function tellEvents(principal: Principal, query: ListEventsQuery): Promise<ToldEventPage> {
  const { rows, nextCursor } = await findEventPage(principal, query)
  const ids = rows.filter(({ targetType }) => targetType === 'token').map(({ targetId }) => targetId)
  const names = await nameTokens(principal, [...new Set(ids)])
  return {
    items: rows.map((event) => ({
      ...presentEvent(event, principal),
      actor: eventActor(event, principal.userId),
      target: names.get(event.targetId) ?? null,
      client: describeClient(event.userAgent),
    })),
    next_cursor: nextCursor,
  }
}
