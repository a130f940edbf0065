import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { requestResetContract } from '@/lib/domain/recovery/contract'
import { requestReset } from '@/lib/domain/recovery/request-reset'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(requestResetContract, ({ body }) => requestReset(body.email)),
})
