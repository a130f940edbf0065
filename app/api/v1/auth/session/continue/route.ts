import { endedJourneyCookie } from '@/lib/edge/http/cookies'
import { methods } from '@/lib/edge/http/methods'
import { readBrowser } from '@/lib/edge/http/read-browser'
import { Reply } from '@/lib/edge/http/reply'
import { sessionStartedBody, signedInCookies } from '@/lib/edge/http/session-replies'
import { serve } from '@/lib/edge/serve/serve'
import { continueSessionContract } from '@/lib/domain/provider-sign-in/contract'
import { continueSession } from '@/lib/domain/provider-sign-in/continue-sign-in'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(continueSessionContract, async ({ body, headers }) => {
    const signIn = await continueSession(body, readBrowser(headers))
    if (signIn === null) return new Reply(undefined, {}, [endedJourneyCookie()])
    return new Reply(sessionStartedBody(signIn), {}, [...signedInCookies(signIn), endedJourneyCookie()])
  }),
})
