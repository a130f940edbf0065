import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { getTokenContract, updateTokenContract, revokeTokenContract } from '@/lib/tokens/contract'
import { getToken } from '@/lib/tokens/get-token'
import { revokeToken } from '@/lib/tokens/revoke-token'
import { updateToken } from '@/lib/tokens/update-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getTokenContract, ({ principal, params }) => getToken(principal, params.id)),
  PATCH: serve(updateTokenContract, ({ principal, params, body }) => updateToken(principal, params.id, body)),
  DELETE: serve(revokeTokenContract, ({ principal, params, body }) =>
    revokeToken(principal, params.id, body.reason ?? 'unspecified'),
  ),
})
