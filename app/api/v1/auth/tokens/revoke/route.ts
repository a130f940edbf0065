import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { revokeTokensContract } from '@/lib/tokens/contract'
import { revokeTokens } from '@/lib/tokens/revoke-tokens'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(revokeTokensContract, ({ principal, body }) => revokeTokens(principal, body)),
})
