import { revokeAccountTokensContract } from '@/lib/admin/accounts/contract'
import { revokeAccountTokens } from '@/lib/admin/accounts/revoke-account-tokens'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(revokeAccountTokensContract, ({ principal, params, body }) =>
    revokeAccountTokens(principal, params.id, body),
  ),
})
