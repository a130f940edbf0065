import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { signedOutReply } from '@/lib/edge/http/session-replies'
import { logoutAllContract } from '@/lib/domain/sessions/contract'
import { signOutEverywhere } from '@/lib/domain/sessions/sign-out-everywhere'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(logoutAllContract, async ({ principal, body }) => {
    const keepsCurrent = body.keep_current === true
    const ended = await signOutEverywhere(principal, keepsCurrent)
    return keepsCurrent ? ended : signedOutReply(principal, ended)
  }),
})
