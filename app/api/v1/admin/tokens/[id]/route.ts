import { revokeAnyTokenContract } from '@/lib/admin/tokens/contract'
import { revokeAnyToken } from '@/lib/admin/tokens/revoke-any-token'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: serve(revokeAnyTokenContract, ({ principal, params, body }) =>
    revokeAnyToken(principal, params.id, body.reason ?? 'unspecified'),
  ),
})
