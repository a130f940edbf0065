import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { getTokenUsageContract } from '@/lib/domain/usage/contract'
import { getTokenUsage } from '@/lib/domain/usage/get-token-usage'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getTokenUsageContract, ({ principal, params, query }) => getTokenUsage(principal, params.id, query)),
})
