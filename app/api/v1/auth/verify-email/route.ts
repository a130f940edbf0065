import { verifyEmailContract } from '@/lib/domain/email/contract'
import { verifyEmail } from '@/lib/domain/email/verify-email'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(verifyEmailContract, ({ body }) => verifyEmail(body.key)),
})
