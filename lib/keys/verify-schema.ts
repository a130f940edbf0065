import * as z from 'zod'
import { instant, uuid } from '@/lib/base/schema/text'

/** What a caller may ask of the key, each once; any other parameter is rejected. */
export const verifyQuery = z.strictObject({
  /** Scope words separated by spaces; all must be held. */
  scope: z.string().optional(),
  kind: z.string().optional(),
  /** `true`: the key may come as the password of `Basic`, and clients without a credential are asked for it. */
  basic: z.string().optional(),
})

/** Who holds a key. */
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
