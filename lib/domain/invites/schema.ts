import * as z from 'zod'
import { emailAddress, stepUpFields } from '@/lib/domain/accounts/schema'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { instant, uuid } from '@/lib/base/schema/text'

export const createInviteInput = z.strictObject({
  email: emailAddress
    .optional()
    .describe('Email the link here. Only an account with this address can use it. Default: anyone with the link.'),
  ...stepUpFields,
})

export const listInvitesQuery = z.strictObject(listFields)

export const inviteParams = z.object({ id: uuid.describe('The invitation’s ID (UUIDv7).') })

export const inviteView = z.object({
  id: uuid.describe('The invitation’s ID (UUIDv7).'),
  email: z.string().nullable().describe('The only email address that can use it; null if anyone with the link can.'),
  status: z.enum(['open', 'used', 'expired']).describe('open (pending), used or expired.'),
  created_at: instant.describe('When the invitation was created (RFC 3339, UTC).'),
  expires_at: instant.describe('When the invitation expires (RFC 3339, UTC).'),
  used_at: instant.nullable().describe('When an account was created with it (RFC 3339, UTC); null if not yet.'),
})

/** A new invitation with its link, which only this response contains. */
export const createdInvite = inviteView.extend({
  url: z.url().describe('The invitation link. It is returned only once.'),
})

export const invitePage = pageOf(inviteView)

export type InviteView = z.infer<typeof inviteView>
export type CreatedInvite = z.infer<typeof createdInvite>
export type InvitePage = z.infer<typeof invitePage>
export type ListInvitesQuery = z.infer<typeof listInvitesQuery>
