import { clearingHeaders, sessionCookie } from '@/lib/http/cookies'
import { methods } from '@/lib/http/methods'
import { Reply } from '@/lib/http/reply'
import { serve } from '@/lib/http/serve'
import { endSessionContract, startSessionContract } from '@/lib/sessions/contract'
import { SESSION_TTL_SECONDS, startSession } from '@/lib/sessions/sign-in'
import { signOut } from '@/lib/sessions/sign-out'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startSessionContract, async ({ body }) => {
    const { key, user } = await startSession(body)
    return new Reply({ user, signed_out: [] }, { 'set-cookie': sessionCookie(key, SESSION_TTL_SECONDS) })
  }),
  DELETE: serve(endSessionContract, async ({ principal }) => {
    await signOut(principal)
    return new Reply(undefined, clearingHeaders())
  }),
})
