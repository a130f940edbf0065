import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { revokeInviteContract } from '@/lib/invites/contract'
import { revokeInvite } from '@/lib/invites/revoke-invite'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: serve(revokeInviteContract, ({ principal, params }) => revokeInvite(principal, params.id)),
})
