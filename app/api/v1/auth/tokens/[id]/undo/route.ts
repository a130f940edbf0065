import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { undoRevocationContract } from '@/lib/tokens/contract'
import { undoRevocation } from '@/lib/tokens/undo-revocation'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(undoRevocationContract, ({ principal, params }) => undoRevocation(principal, params.id)),
})
