import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { revokeKeyContract } from '@/lib/tokens/contract'
import { revokeKey } from '@/lib/tokens/revoke-key'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods(
  { POST: serve(revokeKeyContract, ({ principal, body }) => revokeKey(principal, body.token)) },
  revokeKeyContract,
)
