import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { revokeInviteContract } from '@/lib/domain/invites/contract'
import { revokeInvite } from '@/lib/domain/invites/revoke-invite'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  DELETE: serve(revokeInviteContract, ({ principal, params }) => revokeInvite(principal, params.id)),
})
