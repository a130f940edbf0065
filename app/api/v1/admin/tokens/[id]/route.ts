import { revokeManagedTokenContract } from '@/lib/domain/admin/tokens/contract'
import { revokeManagedToken } from '@/lib/domain/admin/tokens/revoke-managed-token'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: serve(revokeManagedTokenContract, ({ principal, params, body }) =>
    revokeManagedToken(principal, params.id, body.reason ?? 'unspecified'),
  ),
})
