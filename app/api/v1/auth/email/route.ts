import { changeEmail } from '@/lib/email/change-email'
import { changeEmailContract } from '@/lib/email/contract'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(changeEmailContract, ({ principal, body }) => changeEmail(principal, body.email)),
})
