import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { checkReset } from '@/lib/recovery/check-reset'
import { checkResetContract } from '@/lib/recovery/contract'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(checkResetContract, ({ body }) => checkReset(body)),
})
