import { undoEmailChangeContract } from '@/lib/email/contract'
import { undoEmailChange } from '@/lib/email/undo-email-change'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(undoEmailChangeContract, ({ body }) => undoEmailChange(body.key)),
})
