import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { idTokenContract } from '@/lib/domain/sessions/contract'
import { signInDevice } from '@/lib/domain/sessions/sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(idTokenContract, async ({ body, adminsOnly }) => {
    const { key, expiresAt, user } = await signInDevice(body, { adminsOnly })
    return { id_token: key, user: user.username, is_admin: user.is_admin, expires_at: expiresAt.toISOString() }
  }),
})
