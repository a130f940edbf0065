import { confirmEmailChange } from '@/lib/email/confirm-email-change'
import { confirmEmailChangeContract } from '@/lib/email/contract'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(confirmEmailChangeContract, ({ body }) => confirmEmailChange(body.key)),
})
