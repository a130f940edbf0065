import { undoEmailChangeContract } from '@/lib/domain/email/contract'
import { undoEmailChange } from '@/lib/domain/email/undo-email-change'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(undoEmailChangeContract, ({ body }) => undoEmailChange(body.key)),
})
