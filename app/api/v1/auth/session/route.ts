import { KNOWN_DEVICE_TTL_SECONDS } from '@/lib/accounts/known-device'
import { knownDeviceCookie, readKnownDevice, readSessionCookies, sessionCookie } from '@/lib/http/cookies'
import { methods } from '@/lib/http/methods'
import { Reply } from '@/lib/http/reply'
import { serve } from '@/lib/http/serve'
import { signedOutReply } from '@/lib/http/session-replies'
import { endSessionContract, startSessionContract } from '@/lib/sessions/contract'
import { startSession } from '@/lib/sessions/sign-in'
import { signOut } from '@/lib/sessions/sign-out'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startSessionContract, async ({ body, headers, adminsOnly }) => {
    const { key, user, ttlSeconds, signedOut, mark } = await startSession(body, {
      knownDevice: readKnownDevice(headers),
      sessionCookies: readSessionCookies(headers.get('cookie')),
      adminsOnly,
    })
    return new Reply({ user, signed_out: signedOut }, {}, [
      sessionCookie(key, ttlSeconds),
      knownDeviceCookie(mark, KNOWN_DEVICE_TTL_SECONDS),
    ])
  }),
  DELETE: serve(endSessionContract, async ({ principal }) => {
    await signOut(principal)
    return signedOutReply(principal, undefined)
  }),
})
