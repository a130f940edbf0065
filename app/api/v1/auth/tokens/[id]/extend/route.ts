import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { extendTokenContract } from '@/lib/tokens/contract'
import { extendToken } from '@/lib/tokens/extend-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(extendTokenContract, ({ principal, params, body }) => extendToken(principal, params.id, body)),
})
