import { revokeAccountTokensContract } from '@/lib/domain/admin/accounts/contract'
import { revokeAccountTokens } from '@/lib/domain/admin/accounts/revoke-account-tokens'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(revokeAccountTokensContract, ({ principal, params, body }) =>
    revokeAccountTokens(principal, params.id, body),
  ),
})
