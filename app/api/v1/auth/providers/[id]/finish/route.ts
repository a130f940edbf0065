import { methods } from '@/lib/edge/http/methods'
import { readBrowser } from '@/lib/edge/http/read-browser'
import { finishedReply } from '@/lib/edge/http/finished-reply'
import { serve } from '@/lib/edge/serve/serve'
import { finishJourneyContract } from '@/lib/domain/provider-sign-in/contract'
import { finishJourney } from '@/lib/domain/provider-sign-in/finish-journey'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(finishJourneyContract, async ({ principal, params, body, headers }) =>
    finishedReply(await finishJourney(principal, params.id, body.query, readBrowser(headers))),
  ),
})
