import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { rotateTokenContract } from '@/lib/domain/tokens/contract'
import { rotateToken } from '@/lib/domain/tokens/renewal/rotate-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(rotateTokenContract, ({ principal, params, body }) =>
    rotateToken(principal, params.id, body.grace_seconds),
  ),
})
