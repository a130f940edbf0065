import { revokeAnyTokenContract } from '@/lib/domain/admin/tokens/contract'
import { revokeAnyToken } from '@/lib/domain/admin/tokens/revoke-any-token'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: serve(revokeAnyTokenContract, ({ principal, params, body }) =>
    revokeAnyToken(principal, params.id, body.reason ?? 'unspecified'),
  ),
})
