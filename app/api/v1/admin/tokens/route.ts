import { listAllTokensContract } from '@/lib/admin/tokens/contract'
import { listAllTokens } from '@/lib/admin/tokens/list-all-tokens'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listAllTokensContract, ({ principal, query }) => listAllTokens(principal, query)),
})
