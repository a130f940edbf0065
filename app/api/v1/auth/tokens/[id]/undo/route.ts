import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { undoRevocationContract } from '@/lib/domain/tokens/contract'
import { undoRevocation } from '@/lib/domain/tokens/revocation/undo-revocation'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(undoRevocationContract, ({ principal, params }) => undoRevocation(principal, params.id)),
})
