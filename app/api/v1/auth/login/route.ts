import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { signedInBody } from '@/lib/edge/http/session-replies'
import { loginContract } from '@/lib/domain/sessions/contract'
import { signInDevice } from '@/lib/domain/sessions/sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(loginContract, async ({ body, adminsOnly }) => signedInBody(await signInDevice(body, { adminsOnly }))),
})
