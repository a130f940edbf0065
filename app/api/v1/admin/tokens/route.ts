import { listManagedTokensContract } from '@/lib/domain/admin/tokens/contract'
import { listManagedTokens } from '@/lib/domain/admin/tokens/list-managed-tokens'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listManagedTokensContract, ({ principal, query }) => listManagedTokens(principal, query)),
})
