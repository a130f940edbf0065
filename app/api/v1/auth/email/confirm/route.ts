import { confirmEmailChange } from '@/lib/domain/email/confirm-email-change'
import { confirmEmailChangeContract } from '@/lib/domain/email/contract'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(confirmEmailChangeContract, ({ body }) => confirmEmailChange(body.key)),
})
