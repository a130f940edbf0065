import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { getTokenUsageContract } from '@/lib/usage/contract'
import { getTokenUsage } from '@/lib/usage/get-token-usage'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getTokenUsageContract, ({ principal, params, query }) => getTokenUsage(principal, params.id, query)),
})
