import { readKnownDevice, readSessionCookies } from '@/lib/edge/http/cookies'
import { methods } from '@/lib/edge/http/methods'
import { Reply } from '@/lib/edge/http/reply'
import { serve } from '@/lib/edge/serve/serve'
import { sessionStartedBody, signedInCookies, signedOutReply } from '@/lib/edge/http/session-replies'
import { endSessionContract, startSessionContract } from '@/lib/domain/sessions/contract'
import { startSession } from '@/lib/domain/sessions/sign-in'
import { signOut } from '@/lib/domain/sessions/sign-out'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startSessionContract, async ({ body, headers, adminsOnly }) => {
    const signIn = await startSession(body, {
      knownDevice: readKnownDevice(headers),
      sessionCookies: readSessionCookies(headers.get('cookie')),
      adminsOnly,
    })
    return new Reply(sessionStartedBody(signIn), {}, signedInCookies(signIn))
  }),
  DELETE: serve(endSessionContract, async ({ principal }) => {
    await signOut(principal)
    return signedOutReply(principal, undefined)
  }),
})
