import { listEventsContract } from '@/lib/audit/contract'
import { listEvents } from '@/lib/audit/list-events'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listEventsContract, ({ principal, query }) => listEvents(principal, query)),
})
