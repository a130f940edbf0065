import { revokeAnyTokensContract } from '@/lib/domain/admin/tokens/contract'
import { revokeAnyTokens } from '@/lib/domain/admin/tokens/revoke-any-tokens'
import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(revokeAnyTokensContract, ({ principal, body }) => revokeAnyTokens(principal, body)),
})
