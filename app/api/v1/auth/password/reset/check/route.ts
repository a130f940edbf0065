import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { checkReset } from '@/lib/domain/recovery/check-reset'
import { checkResetContract } from '@/lib/domain/recovery/contract'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(checkResetContract, ({ body }) => checkReset(body)),
})
