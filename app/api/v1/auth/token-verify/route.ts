import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { verifyJwtContract } from '@/lib/jwt/contract'
import { requireValidJwt } from '@/lib/jwt/require-valid-jwt'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(verifyJwtContract, async ({ body }) => {
    await requireValidJwt(body.token)
    return {}
  }),
})
