import { methods } from '@/lib/http/methods'
import { Reply } from '@/lib/http/reply'
import { serve } from '@/lib/http/serve'
import { jwksContract } from '@/lib/jwt/contract'
import { getJwks } from '@/lib/jwt/key-ring'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  // Public keys, which pages of any origin may read (RFC 7517).
  GET: serve(jwksContract, async () => new Reply(await getJwks(), { 'access-control-allow-origin': '*' })),
})
