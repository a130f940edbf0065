import * as z from 'zod'
import { instant, singleLine, uuid } from '@/lib/schema/text'

/** The name of a personal token. */
export const tokenName = singleLine(1, 64)

export const revokedReasons = ['unspecified', 'lost_device', 'leaked', 'unused', 'replaced'] as const

const SECONDS_MAX = 315_360_000

export const createTokenInput = z
  .strictObject({
    name: tokenName,
    expires_in_seconds: z
      .int('Must be a whole number of seconds')
      .min(1, 'Must be at least 1 second')
      .max(SECONDS_MAX, 'Is too far away')
      .optional(),
    expires_at: z.iso.datetime({ offset: true, error: 'Must be an instant such as 2027-02-19T21:40:00Z' }).optional(),
    never: z.literal(true, 'Must be true when it is given').optional(),
    scopes: z.array(z.string('Must be text').max(64, 'Is too long')).max(50, 'Are too many').optional(),
  })
  .refine(
    (input) => [input.expires_in_seconds, input.expires_at, input.never].filter((end) => end !== undefined).length < 2,
    { path: ['expires_in_seconds'], error: 'Give one of expires_in_seconds, expires_at and never' },
  )

export const renameTokenInput = z.strictObject({ name: tokenName })

export const revokeTokenInput = z.strictObject({
  reason: z.enum(revokedReasons, `Must be one of ${revokedReasons.join(', ')}`).optional(),
})

const wholeNumber = z
  .string()
  .regex(/^[0-9]{1,9}$/, 'Must be a whole number')
  .transform(Number)

export const listTokensQuery = z.strictObject({
  limit: wholeNumber.pipe(z.int().min(1, 'Must be at least 1').max(100, 'Must be at most 100')).optional(),
  cursor: z.uuidv7('Is not a cursor of this list').optional(),
  kind: z.enum(['session', 'device', 'personal', 'refresh'], 'Is not a kind of token').optional(),
  status: z.enum(['active', 'expired', 'revoked'], 'Is not a status of tokens').optional(),
})

export const tokenParams = z.object({ id: uuid })

export type CreateTokenInput = z.infer<typeof createTokenInput>
export type RenameTokenInput = z.infer<typeof renameTokenInput>
export type RevokeTokenInput = z.infer<typeof revokeTokenInput>
export type ListTokensQuery = z.infer<typeof listTokensQuery>

/** A token as its owner sees it: never with its key. */
export const tokenView = z.object({
  id: uuid,
  kind: z.enum(['session', 'device', 'personal', 'refresh']),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.string()),
  created_at: instant,
  expires_at: instant.nullable(),
  idle_seconds: z.int().nullable(),
  idle_expires_at: instant.nullable(),
  last_used_at: instant.nullable(),
  last_used_ip: z.string().nullable(),
  user_agent: z.string().nullable(),
  current: z.boolean(),
  status: z.enum(['active', 'expired', 'revoked']),
  revoked_at: instant.nullable(),
  revoked_reason: z.string().nullable(),
  previous_secret: z.object({ valid_until: instant, last_used_at: instant.nullable() }).nullable(),
})

export const tokenPage = z.object({ items: z.array(tokenView), next_cursor: z.string().nullable() })

/** A token just made, with the key that is shown this once. */
export const issuedToken = tokenView.extend({ key: z.string() })

export type TokenView = z.infer<typeof tokenView>
export type TokenPage = z.infer<typeof tokenPage>
export type IssuedToken = z.infer<typeof issuedToken>
