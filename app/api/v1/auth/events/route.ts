import { listEventsContract } from '@/lib/domain/activity/contract'
import { listEvents } from '@/lib/domain/activity/list-events'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listEventsContract, ({ principal, query }) => listEvents(principal, query)),
})
