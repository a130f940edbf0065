import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { signedInBody } from '@/lib/edge/http/session-replies'
import { providerLoginContract } from '@/lib/domain/provider-sign-in/contract'
import { loginWithProvider } from '@/lib/domain/provider-sign-in/login-with-provider'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(providerLoginContract, async ({ params, body }) =>
    signedInBody(await loginWithProvider(params.id, body)),
  ),
})
