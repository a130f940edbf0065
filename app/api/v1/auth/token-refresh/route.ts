import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { refreshJwtContract } from '@/lib/domain/jwt/contract'
import { refreshJwt } from '@/lib/domain/jwt/refresh-jwt'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(refreshJwtContract, ({ body }) => refreshJwt(body.refresh)),
})
