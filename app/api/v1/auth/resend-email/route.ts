import { requestVerificationContract } from '@/lib/domain/email/contract'
import { requestVerification } from '@/lib/domain/email/request-verification'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(requestVerificationContract, async ({ body }) => {
    await requestVerification(body.email)
    return {}
  }),
})
