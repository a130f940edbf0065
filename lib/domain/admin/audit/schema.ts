import * as z from 'zod'
import { instantInput } from '@/lib/base/schema/instant-input'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { instant, singleLine, uuid } from '@/lib/base/schema/text'

export const listAuditQuery = z.strictObject({
  ...listFields,
  actor: singleLine(1, 254)
    .optional()
    .describe('Who acted: the ID, username or email address of an account. Default: anyone.'),
  action: z
    .string()
    .regex(/^[a-z_]{1,32}\.[a-z_]{1,32}$/, 'Must be an action such as token.revoked')
    .optional()
    .describe('A complete action, such as token.revoked. Default: all actions.'),
  target: singleLine(1, 64)
    .optional()
    .describe('The ID of the token, account or other object that the event is about. Default: all.'),
  since: instantInput.optional().describe('Only events at or after this time (RFC 3339). Default: from the first.'),
  until: instantInput.optional().describe('Only events before this time (RFC 3339). Default: up to the latest.'),
})

/** A row of the audit log. */
export const auditView = z.object({
  id: uuid.describe('The event’s ID (UUIDv7).'),
  occurred_at: instant.describe('When it happened (RFC 3339, UTC).'),
  action: z.string().describe('What happened, such as token.revoked.'),
  actor: z
    .object({
      id: z.string().describe('The account’s ID.'),
      username: z.string().nullable().describe('The current username; null once the account is deleted.'),
      token_id: z.string().nullable().describe('The ID of the token or session used; null if none.'),
    })
    .nullable()
    .describe('Who did it; null if the server acted by itself.'),
  user: z
    .object({
      id: z.string().describe('The account’s ID.'),
      username: z.string().nullable().describe('The current username; null once the account is deleted.'),
    })
    .nullable()
    .describe('The account whose security the event concerns; null if none.'),
  target_type: z.string().describe('What the event is about, such as token or account.'),
  target_id: z.string().describe('The ID of the token, account or other object that the event is about.'),
  address: z.string().nullable().describe('The IP address that the request came from; null if unknown.'),
  user_agent: z.string().nullable().describe('The User-Agent header of the request; null if it had none.'),
  request_id: z.string().nullable().describe('The X-Request-Id of the response; null if there was no request.'),
  details: z
    .record(z.string(), z.unknown())
    .describe('What changed. Has before and after if fields of a record changed.'),
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
