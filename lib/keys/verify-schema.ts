import * as z from 'zod'
import { instant, uuid } from '@/lib/base/schema/text'

/** What a client may demand of the key, each parameter once. Any other parameter is rejected. */
export const verifyQuery = z.strictObject({
  /** Scopes separated by spaces. The key must have all of them. */
  scope: z.string().optional(),
  kind: z.string().optional(),
  /** `true`: the key may be the password of `Basic`, and clients without a credential are asked for it. */
  basic: z.string().optional(),
})

/** The account and token behind a key. */
export const identity = z.object({
  active: z.literal(true),
  user_id: uuid,
  username: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  is_admin: z.boolean(),
  token_id: uuid,
  token_name: z.string(),
  kind: z.enum(['device', 'personal', 'access']),
  scopes: z.array(z.string()),
  expires_at: instant.nullable(),
})

export type Identity = z.infer<typeof identity>
