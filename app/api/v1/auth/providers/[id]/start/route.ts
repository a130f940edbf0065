import { journeyCookie } from '@/lib/edge/http/cookies'
import { methods } from '@/lib/edge/http/methods'
import { ownPage } from '@/lib/edge/http/own-page'
import { Reply } from '@/lib/edge/http/reply'
import { serve } from '@/lib/edge/serve/serve'
import { startJourneyContract } from '@/lib/domain/providers/contract'
import { startJourney } from '@/lib/domain/providers/start-journey'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(startJourneyContract, async ({ principal, params, body }) => {
    const next = ownPage(body.next) ?? '/'
    const { authorizationUrl, cookie } = await startJourney(principal, params.id, { ...body, next })
    return new Reply({ authorization_url: authorizationUrl }, {}, [journeyCookie(cookie)])
  }),
})
