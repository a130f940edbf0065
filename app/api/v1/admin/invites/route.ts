import { methods } from '@/lib/http/methods'
import { serve } from '@/lib/http/serve'
import { createInviteContract, listInvitesContract } from '@/lib/invites/contract'
import { createInvite } from '@/lib/invites/create-invite'
import { listInvites } from '@/lib/invites/list-invites'

export const { GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS } = methods({
  GET: serve(listInvitesContract, ({ principal, query }) => listInvites(principal, query)),
  POST: serve(createInviteContract, ({ principal, body }) => createInvite(principal, body.email ?? null)),
})
