import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { endTokenGraceContract } from '@/lib/domain/tokens/contract'
import { endTokenGrace } from '@/lib/domain/tokens/revocation/end-token-grace'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(endTokenGraceContract, ({ principal, params }) => endTokenGrace(principal, params.id)),
})
