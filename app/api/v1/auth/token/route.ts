import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { idTokenContract } from '@/lib/sessions/contract'
import { signInDevice } from '@/lib/sessions/sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(idTokenContract, async ({ body, adminsOnly }) => {
    const { key, expiresAt, user } = await signInDevice(body, { adminsOnly })
    return { id_token: key, user: user.username, is_admin: user.is_admin, expires_at: expiresAt.toISOString() }
  }),
})
