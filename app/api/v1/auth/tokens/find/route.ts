import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { findOwnTokenContract } from '@/lib/domain/tokens/contract'
import { findTokenOfKey } from '@/lib/domain/tokens/find-token-of-key'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(findOwnTokenContract, ({ principal, body }) => findTokenOfKey(principal, body.key)),
})
