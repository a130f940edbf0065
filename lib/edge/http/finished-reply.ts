import { secondsUntil } from '@/lib/base/clock'
import { endedJourneyCookie, sessionCookie } from '@/lib/edge/http/cookies'
import { Reply } from '@/lib/edge/http/reply'
import { sessionStartedBody, signedInCookies } from '@/lib/edge/http/session-replies'
import type { Finished } from '@/lib/domain/provider-sign-in/finish-journey'
import type { FinishedView } from '@/lib/domain/provider-sign-in/schema'

/** Builds the reply to a finished visit to a provider. The browser forgets the visit. */
export function finishedReply(finished: Finished): Reply<FinishedView> {
  const { next } = finished
  switch (finished.intent) {
    case 'sign_in': {
      const { intent, signIn } = finished
      const cookies = [...signedInCookies(signIn), endedJourneyCookie()]
      return new Reply({ intent, next, ...sessionStartedBody(signIn) }, {}, cookies)
    }
    case 'link':
      return new Reply(finished, {}, [endedJourneyCookie()])
    case 'step_up': {
      const { intent, validUntil, sessionKey, expiresAt } = finished
      const cookies = [sessionCookie(sessionKey, secondsUntil(expiresAt)), endedJourneyCookie()]
      return new Reply({ intent, next, valid_until: validUntil.toISOString() }, {}, cookies)
    }
  }
}
