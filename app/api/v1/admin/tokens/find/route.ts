import { findTokenContract } from '@/lib/admin/tokens/contract'
import { findToken } from '@/lib/admin/tokens/find-token'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(findTokenContract, ({ principal, body }) => findToken(principal, body.key)),
})
