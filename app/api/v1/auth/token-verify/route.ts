import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { verifyJwtContract } from '@/lib/domain/jwt/contract'
import { requireValidJwt } from '@/lib/domain/jwt/require-valid-jwt'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(verifyJwtContract, async ({ body }) => {
    await requireValidJwt(body.token)
    return {}
  }),
})
