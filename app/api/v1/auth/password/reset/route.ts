import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { requestResetContract } from '@/lib/recovery/contract'
import { requestReset } from '@/lib/recovery/request-reset'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(requestResetContract, ({ body }) => requestReset(body.email)),
})
