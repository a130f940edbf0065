import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { createJwtContract } from '@/lib/jwt/contract'
import { createJwt } from '@/lib/jwt/create-jwt'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(createJwtContract, ({ body, adminsOnly }) => createJwt(body, { adminsOnly })),
})
