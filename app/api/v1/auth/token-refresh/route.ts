import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { refreshJwtContract } from '@/lib/jwt/contract'
import { refreshJwt } from '@/lib/jwt/refresh-jwt'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(refreshJwtContract, ({ body }) => refreshJwt(body.refresh)),
})
