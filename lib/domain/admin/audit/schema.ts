import * as z from 'zod'
import { instantInput } from '@/lib/base/schema/instant-input'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { instant, singleLine, uuid } from '@/lib/base/schema/text'

export const listAuditQuery = z.strictObject({
  ...listFields,
  /** The actor: the id, username or email address of an account. */
  actor: singleLine(1, 254).optional(),
  /** A complete action, such as `token.revoked`. */
  action: z
    .string()
    .regex(/^[a-z_]{1,32}\.[a-z_]{1,32}$/, 'Must be an action such as token.revoked')
    .optional(),
  /** The id of the token, account or other object that the event is about. */
  target: singleLine(1, 64).optional(),
  since: instantInput.optional(),
  /** Exclusive upper bound. */
  until: instantInput.optional(),
})

/** A row of the audit log. */
export const auditView = z.object({
  id: uuid,
  occurred_at: instant,
  action: z.string(),
  /** Null if the server acted by itself. The username is the current one, or null once the account is deleted. */
  actor: z.object({ id: z.string(), username: z.string().nullable(), token_id: z.string().nullable() }).nullable(),
  /** The account whose security the event concerns. */
  user: z.object({ id: z.string(), username: z.string().nullable() }).nullable(),
  target_type: z.string(),
  target_id: z.string(),
  address: z.string().nullable(),
  user_agent: z.string().nullable(),
  request_id: z.string().nullable(),
  /** What changed; `before` and `after` if fields of a row changed. */
  details: z.record(z.string(), z.unknown()),
})

export const auditPage = pageOf(auditView)

/** The columns of the audit log as CSV, in order. */
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
