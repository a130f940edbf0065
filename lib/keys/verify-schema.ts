import * as z from 'zod'
import { instant, uuid } from '@/lib/base/schema/text'

/** What a client may demand of the key, each parameter once. Any other parameter is rejected. */
export const verifyQuery = z.strictObject({
  scope: z.string().optional().describe('Scopes separated by spaces. The token must have all of them. Default: none.'),
  kind: z.string().optional().describe('The type that the token must have: device, personal or access. Default: any.'),
  basic: z
    .string()
    .optional()
    .describe('true also accepts the token as the password of HTTP Basic, and asks for it. Default: false.'),
})

/** The account and token behind a key. */
export const identity = z.object({
  active: z.literal(true).describe('The token works.'),
  user_id: uuid.describe('The owner’s account ID (UUIDv7). It never changes: authorize on this.'),
  username: z.string().describe('The owner’s current username.'),
  email: z.string().nullable().describe('The owner’s email address; null if the account has none.'),
  email_verified: z.boolean().describe('Whether the owner confirmed the email address.'),
  is_admin: z.boolean().describe('Whether the owner is an administrator.'),
  token_id: uuid.describe('The token’s ID (UUIDv7).'),
  token_name: z.string().describe('The token’s name.'),
  kind: z.enum(['device', 'personal', 'access']).describe('device (app), personal, or access (JWT).'),
  scopes: z.array(z.string()).describe('The scopes that the token has right now.'),
  expires_at: instant.nullable().describe('When the token expires (RFC 3339, UTC); null if never.'),
})

export type Identity = z.infer<typeof identity>
