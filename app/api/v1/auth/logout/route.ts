import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { signedOutReply } from '@/lib/http/session-replies'
import { logoutContract } from '@/lib/sessions/contract'
import { signOut } from '@/lib/sessions/sign-out'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(logoutContract, async ({ principal }) => {
    await signOut(principal)
    return signedOutReply(principal, undefined)
  }),
})
