import { revokeAnyTokensContract } from '@/lib/admin/tokens/contract'
import { revokeAnyTokens } from '@/lib/admin/tokens/revoke-any-tokens'
import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(revokeAnyTokensContract, ({ principal, body }) => revokeAnyTokens(principal, body)),
})
