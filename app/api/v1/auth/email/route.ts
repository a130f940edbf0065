import { changeEmail } from '@/lib/domain/email/change-email'
import { changeEmailContract } from '@/lib/domain/email/contract'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(changeEmailContract, ({ principal, body }) => changeEmail(principal, body.email)),
})
