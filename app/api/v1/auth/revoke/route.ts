import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { revokeKeyContract } from '@/lib/domain/tokens/contract'
import { revokeKey } from '@/lib/domain/tokens/revocation/revoke-key'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods(
  { POST: serve(revokeKeyContract, ({ principal, body }) => revokeKey(principal, body.token)) },
  revokeKeyContract,
)
