import { sessionCookie } from '@/lib/edge/http/cookies'
import { methods } from '@/lib/edge/http/methods'
import { Reply } from '@/lib/edge/http/reply'
import { serve } from '@/lib/edge/serve/serve'
import { reauthenticateContract } from '@/lib/domain/sessions/contract'
import { reauthenticate } from '@/lib/domain/sessions/reauthenticate'
import { secondsUntil } from '@/lib/base/clock'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(reauthenticateContract, async ({ principal, body }) => {
    const { validUntil, sessionKey } = await reauthenticate(principal, body.password)
    const cookies = sessionKey === null ? [] : [sessionCookie(sessionKey, secondsUntil(principal.expiresAt))]
    return new Reply({ valid_until: validUntil.toISOString() }, {}, cookies)
  }),
})
