import { unlinkIdentityContract } from '@/lib/domain/identities/contract'
import { unlinkIdentity } from '@/lib/domain/identities/unlink-identity'
import { methods } from '@/lib/edge/http/methods'
import { signedOutReply } from '@/lib/edge/http/session-replies'
import { serve } from '@/lib/edge/serve/serve'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: serve(unlinkIdentityContract, async ({ principal, params }) => {
    const { isSignedOut } = await unlinkIdentity(principal, params.id)
    return isSignedOut ? signedOutReply(principal, undefined) : undefined
  }),
})
