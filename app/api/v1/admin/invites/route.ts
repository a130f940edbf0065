import { methods } from '@/lib/edge/http/methods'
import { serve } from '@/lib/edge/serve/serve'
import { createInviteContract, listInvitesContract } from '@/lib/domain/invites/contract'
import { createInvite } from '@/lib/domain/invites/create-invite'
import { listInvites } from '@/lib/domain/invites/list-invites'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listInvitesContract, ({ principal, query }) => listInvites(principal, query)),
  POST: serve(createInviteContract, ({ principal, body }) => createInvite(principal, body.email ?? null)),
})
