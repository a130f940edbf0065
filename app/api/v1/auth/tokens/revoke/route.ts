import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { revokeTokensContract } from '@/lib/domain/tokens/contract'
import { revokeTokens } from '@/lib/domain/tokens/revocation/revoke-tokens'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(revokeTokensContract, ({ principal, body }) => revokeTokens(principal, body)),
})
