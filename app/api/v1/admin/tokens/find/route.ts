import { findTokenContract } from '@/lib/domain/admin/tokens/contract'
import { findToken } from '@/lib/domain/admin/tokens/find-token'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(findTokenContract, ({ principal, body }) => findToken(principal, body.key)),
})
