import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { getTokenContract, renameTokenContract, revokeTokenContract } from '@/lib/tokens/contract'
import { getToken } from '@/lib/tokens/get-token'
import { renameToken } from '@/lib/tokens/rename-token'
import { revokeToken } from '@/lib/tokens/revoke-token'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(getTokenContract, ({ principal, params }) => getToken(principal, params.id)),
  PATCH: serve(renameTokenContract, ({ principal, params, body }) => renameToken(principal, params.id, body.name)),
  DELETE: serve(revokeTokenContract, ({ principal, params, body }) =>
    revokeToken(principal, params.id, body.reason ?? 'unspecified'),
  ),
})
