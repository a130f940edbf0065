import { clearingHeaders } from '@/lib/http/cookies'
import { methods } from '@/lib/http/methods'
import { Reply } from '@/lib/http/reply'
import { serve } from '@/lib/http/serve'
import { logoutContract } from '@/lib/sessions/contract'
import { signOut } from '@/lib/sessions/sign-out'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(logoutContract, async ({ principal }) => {
    await signOut(principal)
    return new Reply(undefined, principal.kind === 'session' ? clearingHeaders() : {})
  }),
})
