import * as z from 'zod'
import { stepUpFields } from '@/lib/domain/accounts/schema'
import { instant, uuid } from '@/lib/base/schema/text'

/** A way to sign in with a provider, as its owner sees it. */
export const identityView = z.object({
  id: uuid.describe('The sign-in method’s ID (UUIDv7).'),
  provider: z.string().describe('The provider’s ID.'),
  label: z.string().describe('The provider’s name for people; its ID if it is no longer configured.'),
  email: z.string().nullable().describe('The email address at the provider, for display; null if it gave none.'),
  username: z.string().nullable().describe('The username at the provider, for display; null if it gave none.'),
  created_at: instant.describe('When it was added (RFC 3339, UTC).'),
  last_used_at: instant.describe('When it last signed in or confirmed its owner (RFC 3339, UTC).'),
  last_way_in: z.boolean().describe('Whether it can’t be removed because nothing else could sign in.'),
})

export const identityList = z.object({ items: z.array(identityView).describe('The sign-in methods, oldest first.') })

export const identityParams = z.object({ id: uuid.describe('The sign-in method’s ID.') })

export const unlinkInput = z.strictObject(stepUpFields)

export type IdentityView = z.infer<typeof identityView>
