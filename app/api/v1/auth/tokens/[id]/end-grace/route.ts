import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { endTokenGraceContract } from '@/lib/tokens/contract'
import { endTokenGrace } from '@/lib/tokens/end-token-grace'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(endTokenGraceContract, ({ principal, params }) => endTokenGrace(principal, params.id)),
})
