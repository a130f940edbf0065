import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { createJwtContract } from '@/lib/domain/jwt/contract'
import { createJwt } from '@/lib/domain/jwt/create-jwt'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(createJwtContract, ({ body, adminsOnly }) => createJwt(body, { adminsOnly })),
})
