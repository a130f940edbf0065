import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { findOwnTokenContract } from '@/lib/tokens/contract'
import { findTokenOfKey } from '@/lib/tokens/find-token-of-key'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(findOwnTokenContract, ({ principal, body }) => findTokenOfKey(principal, body.key)),
})
