import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { signedOutReply } from '@/lib/http/session-replies'
import { logoutAllContract } from '@/lib/sessions/contract'
import { signOutEverywhere } from '@/lib/sessions/sign-out-everywhere'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  POST: serve(logoutAllContract, async ({ principal, body }) => {
    const keepsCurrent = body.keep_current === true
    const ended = await signOutEverywhere(principal, keepsCurrent)
    return keepsCurrent ? ended : signedOutReply(principal, ended)
  }),
})
