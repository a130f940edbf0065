import { listAllTokensContract } from '@/lib/domain/admin/tokens/contract'
import { listAllTokens } from '@/lib/domain/admin/tokens/list-all-tokens'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAllTokensContract, ({ principal, query }) => listAllTokens(principal, query)),
})
