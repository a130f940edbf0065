import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { signedOutReply } from '@/lib/edge/http/session-replies'
import { logoutContract } from '@/lib/domain/sessions/contract'
import { signOut } from '@/lib/domain/sessions/sign-out'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(logoutContract, async ({ principal }) => {
    await signOut(principal)
    return signedOutReply(principal, undefined)
  }),
})
