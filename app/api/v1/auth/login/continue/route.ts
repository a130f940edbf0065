import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { signedInBody } from '@/lib/edge/http/session-replies'
import { continueLoginContract } from '@/lib/domain/provider-sign-in/contract'
import { continueLogin } from '@/lib/domain/provider-sign-in/continue-sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(continueLoginContract, async ({ body }) => {
    const signIn = await continueLogin(body)
    return signIn === null ? undefined : signedInBody(signIn)
  }),
})
