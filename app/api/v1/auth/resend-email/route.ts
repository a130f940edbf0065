import { requestVerificationContract } from '@/lib/email/contract'
import { requestVerification } from '@/lib/email/request-verification'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(requestVerificationContract, async ({ body }) => {
    await requestVerification(body.email)
    return {}
  }),
})
