import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { rotateTokenContract } from '@/lib/tokens/contract'
import { rotateToken } from '@/lib/tokens/rotate-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(rotateTokenContract, ({ principal, params, body }) =>
    rotateToken(principal, params.id, body.grace_seconds),
  ),
})
