import { listEvents } from '@/lib/domain/activity/list-events'
import type { ListEventsQuery, ToldEventPage } from '@/lib/domain/activity/schema'
import type { Principal } from '@/lib/keys/principal'
import { describeClient } from '@/lib/base/describe-client'
import { nameTokens } from '@/lib/domain/tokens/name-tokens'

/**
 * Lists the activity of the principal's account, newest first, with the current names of its tokens, where they still
 * exist, and of the clients.
 * @throws AppError invalid_input for another list's cursor
 */
export async function tellEvents(principal: Principal, query: ListEventsQuery): Promise<ToldEventPage> {
  const { items, next_cursor } = await listEvents(principal, query)
  const ids = items.filter((event) => event.target_type === 'token').map((event) => event.target_id)
  const names = await nameTokens(principal, [...new Set(ids)])
  return {
    items: items.map((event) => ({
      ...event,
      target: names.get(event.target_id) ?? null,
      client: describeClient(event.user_agent),
    })),
    next_cursor,
  }
}
