import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { loginContract } from '@/lib/domain/sessions/contract'
import { signInDevice } from '@/lib/domain/sessions/sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(loginContract, async ({ body, adminsOnly }) => {
    const { key, tokenId, expiresAt, user, signedOut } = await signInDevice(body, { adminsOnly })
    return {
      key,
      token_id: tokenId,
      kind: 'device' as const,
      expires_at: expiresAt.toISOString(),
      user,
      signed_out: signedOut,
    }
  }),
})
