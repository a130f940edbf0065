import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { extendTokenContract } from '@/lib/domain/tokens/contract'
import { extendToken } from '@/lib/domain/tokens/renewal/extend-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(extendTokenContract, ({ principal, params, body }) => extendToken(principal, params.id, body)),
})
