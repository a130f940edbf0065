import type { Contract } from '@/lib/base/contract'
import {
  createdInvite,
  createInviteInput,
  inviteParams,
  invitePage,
  listInvitesQuery,
} from '@/lib/domain/invites/schema'

export const createInviteContract = {
  method: 'POST',
  path: '/api/v1/admin/invites',
  summary: 'Create an invitation. The link is returned once',
  auth: ['session', 'device'],
  role: 'admin',
  stepUp: true,
  body: createInviteInput,
  status: 201,
  response: createdInvite,
  errors: ['too_many_requests'],
} as const satisfies Contract

export const listInvitesContract = {
  method: 'GET',
  path: '/api/v1/admin/invites',
  summary: 'List invitations, newest first',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  query: listInvitesQuery,
  status: 200,
  response: invitePage,
  errors: ['insufficient_scope'],
} as const satisfies Contract

export const revokeInviteContract = {
  method: 'DELETE',
  path: '/api/v1/admin/invites/{id}',
  summary: 'Revoke an unused invitation',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  params: inviteParams,
  notFound: 'invite_not_found',
  revokes: true,
  status: 204,
  errors: ['invite_not_found', 'insufficient_scope'],
} as const satisfies Contract
