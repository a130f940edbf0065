import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { getTokenContract, updateTokenContract, revokeTokenContract } from '@/lib/domain/tokens/contract'
import { getToken } from '@/lib/domain/tokens/get-token'
import { revokeToken } from '@/lib/domain/tokens/revocation/revoke-token'
import { updateToken } from '@/lib/domain/tokens/update-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getTokenContract, ({ principal, params }) => getToken(principal, params.id)),
  PATCH: serve(updateTokenContract, ({ principal, params, body }) => updateToken(principal, params.id, body)),
  DELETE: serve(revokeTokenContract, ({ principal, params, body }) =>
    revokeToken(principal, params.id, body.reason ?? 'unspecified'),
  ),
})
