import * as z from 'zod'
import type { ClientView } from '@/lib/base/schema/client-view'
import type { NamedToken } from '@/lib/domain/tokens/schema'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { instant, uuid } from '@/lib/base/schema/text'

export const listEventsQuery = z.strictObject(listFields)

export type ListEventsQuery = z.infer<typeof listEventsQuery>

/** An event of an account, as its owner sees it. */
export const eventView = z.object({
  id: uuid,
  occurred_at: instant,
  action: z.string(),
  target_type: z.string(),
  target_id: z.string(),
  /** Whether the account itself did it. */
  by_you: z.boolean(),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})

export const eventPage = pageOf(eventView)

export type EventPage = z.infer<typeof eventPage>

/** An event with the names by which a person recognizes the token and the client. */
export type ToldEvent = EventPage['items'][number] & {
  /** The token that the event is about, while its row exists. */
  target: NamedToken | null
  client: ClientView
}

/** A page of events with names. */
export interface ToldEventPage {
  items: ToldEvent[]
  next_cursor: string | null
}
