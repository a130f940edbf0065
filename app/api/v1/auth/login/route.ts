import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { loginContract } from '@/lib/sessions/contract'
import { signInDevice } from '@/lib/sessions/sign-in'

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
