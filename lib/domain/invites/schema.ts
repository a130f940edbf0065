import * as z from 'zod'
import { emailAddress, stepUpFields } from '@/lib/domain/accounts/schema'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { instant, uuid } from '@/lib/base/schema/text'

export const createInviteInput = z.strictObject({
  /** If given, the account must have this address, and the link is emailed there. */
  email: emailAddress.optional(),
  ...stepUpFields,
})

export const listInvitesQuery = z.strictObject(listFields)

export const inviteParams = z.object({ id: uuid })

export const inviteView = z.object({
  id: uuid,
  email: z.string().nullable(),
  status: z.enum(['open', 'used', 'expired']),
  created_at: instant,
  expires_at: instant,
  used_at: instant.nullable(),
})

/** A new invitation with its link, which only this response contains. */
export const createdInvite = inviteView.extend({ url: z.url() })

export const invitePage = pageOf(inviteView)

export type InviteView = z.infer<typeof inviteView>
export type CreatedInvite = z.infer<typeof createdInvite>
export type InvitePage = z.infer<typeof invitePage>
export type ListInvitesQuery = z.infer<typeof listInvitesQuery>
