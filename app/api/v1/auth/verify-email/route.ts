import { verifyEmailContract } from '@/lib/email/contract'
import { verifyEmail } from '@/lib/email/verify-email'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(verifyEmailContract, ({ body }) => verifyEmail(body.key)),
})
