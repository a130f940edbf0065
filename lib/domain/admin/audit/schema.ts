import * as z from 'zod'
import { instantInput } from '@/lib/base/schema/instant-input'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { instant, singleLine, uuid } from '@/lib/base/schema/text'

export const listAuditQuery = z.strictObject({
  ...listFields,
  /** Who did it: the id of an account, its username or its e-mail address. */
  actor: singleLine(1, 254).optional(),
  /** A whole action, such as `token.revoked`. */
  action: z
    .string()
    .regex(/^[a-z_]{1,32}\.[a-z_]{1,32}$/, 'Must be an action such as token.revoked')
    .optional(),
  /** The id of the token, the account or whatever else it happened to. */
  target: singleLine(1, 64).optional(),
  since: instantInput.optional(),
  /** Up to and without this instant. */
  until: instantInput.optional(),
})

/** A row of the trail. */
export const auditView = z.object({
  id: uuid,
  occurred_at: instant,
  action: z.string(),
  /** Null where the server did it by itself. The name is the present one, null once the account is gone. */
  actor: z.object({ id: z.string(), username: z.string().nullable(), token_id: z.string().nullable() }).nullable(),
  /** The account whose security it concerns. */
  user: z.object({ id: z.string(), username: z.string().nullable() }).nullable(),
  target_type: z.string(),
  target_id: z.string(),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  request_id: z.string().nullable(),
  /** What changed; `before` and `after` where fields of a row did. */
  details: z.record(z.string(), z.unknown()),
})

export const auditPage = pageOf(auditView)

/** The columns of the trail as CSV, in their order. */
export const auditColumns = [
  'id',
  'occurred_at',
  'action',
  'actor_id',
  'actor_username',
  'actor_token_id',
  'user_id',
  'user_username',
  'target_type',
  'target_id',
  'address',
  'user_agent',
  'request_id',
  'details',
] as const

export type ListAuditQuery = z.infer<typeof listAuditQuery>
export type AuditView = z.infer<typeof auditView>
export type AuditPage = z.infer<typeof auditPage>
