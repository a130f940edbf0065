import { methods } from '@/lib/edge/http/methods'
import { Reply } from '@/lib/edge/http/reply'
import { serve } from '@/lib/edge/serve/serve'
import { jwksContract } from '@/lib/domain/jwt/contract'
import { getJwks } from '@/lib/domain/signing-keys/key-ring'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  // Public keys, which pages of any origin may read (RFC 7517).
  GET: serve(jwksContract, async () => new Reply(await getJwks(), { 'access-control-allow-origin': '*' })),
})
