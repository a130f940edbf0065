import { sessionCookie } from '@/lib/http/cookies'
import { methods } from '@/lib/http/methods'
import { Reply } from '@/lib/http/reply'
import { serve } from '@/lib/http/serve'
import { reauthenticateContract } from '@/lib/sessions/contract'
import { reauthenticate } from '@/lib/sessions/reauthenticate'
import { secondsUntil } from '@/lib/clock'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(reauthenticateContract, async ({ principal, body }) => {
    const { validUntil, sessionKey } = await reauthenticate(principal, body.password)
    const cookies = sessionKey === null ? [] : [sessionCookie(sessionKey, secondsUntil(principal.expiresAt))]
    return new Reply({ valid_until: validUntil.toISOString() }, {}, cookies)
  }),
})
