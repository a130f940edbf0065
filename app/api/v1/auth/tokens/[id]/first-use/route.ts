import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { getFirstUseContract } from '@/lib/domain/usage/contract'
import { getFirstUse } from '@/lib/domain/usage/get-first-use'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getFirstUseContract, ({ principal, params }) => getFirstUse(principal, params.id)),
})
