import { revokeManagedTokensContract } from '@/lib/domain/admin/tokens/contract'
import { revokeManagedTokens } from '@/lib/domain/admin/tokens/revoke-managed-tokens'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(revokeManagedTokensContract, ({ principal, body }) => revokeManagedTokens(principal, body)),
})
