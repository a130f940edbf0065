import * as z from 'zod'
import { stepUpFields } from '@/lib/domain/accounts/schema'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { instantInput } from '@/lib/base/schema/instant-input'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { givenKey, givenText, instant, singleLine, tokenName, uuid } from '@/lib/base/schema/text'

export const tokenKinds = ['session', 'device', 'personal', 'refresh'] as const

export const revokedReasons = ['unspecified', 'lost_device', 'leaked', 'unused', 'replaced'] as const

const SECONDS_MAX = 315_360_000

/** The lifetime of a token in a request. */
export const lifetimeSeconds = z
  .int('Must be a whole number of seconds')
  .min(1, 'Must be at least 1 second')
  .max(SECONDS_MAX, `Must be at most ${SECONDS_MAX} seconds (10 years)`)

/** The scopes of a token in a request. */
export const scopesInput = z.array(givenText().max(64, 'Use at most 64 characters')).max(50, 'Use at most 50 scopes')

const givenId = givenText().max(64, 'Use at most 64 characters')

/** The type of a token in a request. */
export const kindInput = z.enum(tokenKinds, `Must be one of ${tokenKinds.join(', ')}`)

export const createTokenInput = crossCheck(
  z.strictObject({
    name: tokenName.describe('1 to 64 characters, unique among your tokens that aren’t revoked.'),
    expires_in_seconds: lifetimeSeconds
      .optional()
      .describe('The token’s lifetime in seconds. Default: the server’s setting, usually 90 days.'),
    expires_at: instantInput.optional().describe('When the token expires (RFC 3339), instead of a lifetime.'),
    never: z
      .literal(true, 'Must be true or omitted')
      .optional()
      .describe('true creates a token that never expires, if the server allows it.'),
    idle_seconds: z
      .int('Must be a whole number of seconds')
      .min(3600, 'Must be at least 3600 seconds (1 hour)')
      .max(SECONDS_MAX, `Must be at most ${SECONDS_MAX} seconds (10 years)`)
      .optional()
      .describe('The token expires after this many seconds without use. Default: no idle limit.'),
    scopes: scopesInput
      .optional()
      .describe('What the token may do: up to 50 scopes that this server offers. Default: no scopes.'),
    ...stepUpFields,
  }),
  ['expires_in_seconds', 'expires_at', 'never'],
  (input) => [input.expires_in_seconds, input.expires_at, input.never].filter((end) => end !== undefined).length < 2,
  { at: 'expires_in_seconds', error: 'Use only one of expires_in_seconds, expires_at and never' },
)

export const updateTokenInput = crossCheck(
  z.strictObject({
    name: tokenName
      .optional()
      .describe('1 to 64 characters. The name of a personal token must be unique. Default: unchanged.'),
    scopes: scopesInput.optional().describe('The new scopes of a personal token. Default: unchanged.'),
    ...stepUpFields,
  }),
  ['name', 'scopes'],
  (input) => input.name !== undefined || input.scopes !== undefined,
  { at: 'name', error: 'Provide name or scopes' },
)

const revocationReason = z.enum(revokedReasons, `Must be one of ${revokedReasons.join(', ')}`)

/** The optional reason in a request that revokes. */
export const revocationFields = {
  reason: revocationReason
    .optional()
    .describe('Why you revoke it, for the records. A leaked token can’t be restored. Default: unspecified.'),
}

export const revokeTokenInput = z.strictObject(revocationFields)

export const revokeTokensInput = crossCheck(
  z.strictObject({
    ids: z
      .array(givenId)
      .max(1000, 'Use at most 1000 IDs')
      .optional()
      .describe('The IDs of the tokens to revoke, up to 1000.'),
    kind: kindInput.optional().describe('The type of the tokens to revoke. Requires unused_since.'),
    unused_since: instantInput
      .optional()
      .describe('Revoke tokens created before this time (RFC 3339) and not used since. Requires kind.'),
    ...revocationFields,
  }),
  ['ids', 'kind', 'unused_since'],
  ({ ids, kind, unused_since }) =>
    ids === undefined ? kind !== undefined && unused_since !== undefined : (kind ?? unused_since) === undefined,
  { at: 'ids', error: 'Provide either ids, or both kind and unused_since' },
)

export const findOwnTokenInput = z.strictObject({
  key: givenKey(200, 'Enter a token').describe('The complete token. It isn’t stored.'),
})

export const tokensRevoked = z.object({ revoked: z.int().describe('How many were revoked.') })

export const rotateTokenInput = z.strictObject({
  grace_seconds: z
    .int('Must be a whole number of seconds')
    .min(0, 'Must be at least 0')
    .max(86_400, 'Must be at most 86400 seconds (24 hours)')
    .default(0)
    .describe('How long the old secret keeps working, in seconds. With 0 it stops working immediately.'),
  ...stepUpFields,
})

export const extendTokenInput = z.strictObject({
  expires_in_seconds: lifetimeSeconds.describe('The new lifetime in seconds, counted from now.'),
  ...stepUpFields,
})

export const undoRevocationInput = z.strictObject(stepUpFields)

const tokenSorts = [
  'created_at',
  '-created_at',
  'name',
  '-name',
  'last_used_at',
  '-last_used_at',
  'expires_at',
  '-expires_at',
] as const

export type TokenSort = (typeof tokenSorts)[number]

export const listTokensQuery = z.strictObject({
  ...listFields,
  kind: kindInput
    .optional()
    .describe('Only this type: session (browser), device (app), personal, or refresh (API client). Default: all.'),
  status: z
    .enum(['active', 'expired', 'revoked', 'ended'], 'Must be active, expired, revoked or ended')
    .optional()
    .describe('Only tokens with this status; ended means expired or revoked. Default: all.'),
  unused_since: instantInput
    .optional()
    .describe('Only tokens created before this time (RFC 3339), not used since and not revoked. Default: all.'),
  expires_before: instantInput
    .optional()
    .describe('Only tokens that expire before this time (RFC 3339). Default: all.'),
  q: singleLine(1, 64).optional().describe('Part of the name, or the last characters of the token. Default: all.'),
  sort: z
    .enum(tokenSorts, `Must be one of ${tokenSorts.join(', ')}`)
    .optional()
    .describe('The sort order; - means descending. Default: -created_at (newest first).'),
})

export const tokenParams = z.object({ id: uuid.describe('The token’s ID (UUIDv7).') })

export type CreateTokenInput = z.infer<typeof createTokenInput>
export type UpdateTokenInput = z.infer<typeof updateTokenInput>
export type RevokeTokensInput = z.infer<typeof revokeTokensInput>
export type ExtendTokenInput = Pick<z.infer<typeof extendTokenInput>, 'expires_in_seconds'>
export type RevokeTokenInput = z.infer<typeof revokeTokenInput>
export type TokenFilters = Omit<z.infer<typeof listTokensQuery>, 'sort' | 'cursor' | 'limit'>
export type ListTokensQuery = z.infer<typeof listTokensQuery>

/** A token as its owner sees it, never with its key. */
export const tokenView = z.object({
  id: uuid.describe('The token’s ID (UUIDv7). It stays the same when the token is rotated.'),
  kind: z.enum(tokenKinds).describe('session (browser), device (app), personal, or refresh (API client).'),
  name: z.string().describe('The token’s name.'),
  hint: z
    .string()
    .describe('The prefix and the last 4 characters of the secret, which identify it without revealing it.'),
  scopes: z.array(z.string()).describe('The scopes that the token has right now.'),
  created_at: instant.describe('When the token was created (RFC 3339, UTC).'),
  created_ip: z.string().nullable().describe('The IP address that created the token; null if unknown.'),
  expires_at: instant.nullable().describe('When the token expires (RFC 3339, UTC); null if never.'),
  idle_seconds: z.int().nullable().describe('Seconds without use after which the token expires; null if no limit.'),
  idle_expires_at: instant
    .nullable()
    .describe('When the token expires if it isn’t used (RFC 3339, UTC); null if no limit.'),
  last_used_at: instant.nullable().describe('When the token was last used (RFC 3339, UTC); null if never.'),
  last_used_ip: z.string().nullable().describe('The IP address that last used the token; null if none.'),
  user_agent: z.string().nullable().describe('The User-Agent header of the request that created the token; or null.'),
  current: z.boolean().describe('Whether this request was made with the token.'),
  status: z.enum(['active', 'expired', 'revoked']).describe('Whether the token works.'),
  revoked_at: instant.nullable().describe('When the token was revoked (RFC 3339, UTC); null if it wasn’t.'),
  revoked_reason: z.string().nullable().describe('Why the token was revoked; null if it wasn’t.'),
  previous_secret: z
    .object({
      hint: z.string().describe('The prefix and the last 4 characters of the old secret.'),
      valid_until: instant.describe('When the old secret stops working (RFC 3339, UTC).'),
      last_used_at: instant.nullable().describe('When the old secret was last used (RFC 3339, UTC); null if never.'),
      last_used_ip: z.string().nullable().describe('The IP address that last used the old secret; null if none.'),
    })
    .nullable()
    .describe('The secret that a rotation replaced, during its grace period; otherwise null.'),
})

export const tokenPage = pageOf(tokenView)

/** What people recognise a token by. */
export type NamedToken = Pick<z.infer<typeof tokenView>, 'name' | 'kind'>

/** A new token with its key, which is shown only this once. */
export const issuedToken = tokenView.extend({
  key: z.string().describe('The secret. It is returned only once; the server stores a hash.'),
})

/** How many active credentials of each type there are. */
export const liveTokenCounts = z.object({
  session: z.int().describe('Browser sessions.'),
  device: z.int().describe('Apps signed in by password.'),
  personal: z.int().describe('Personal tokens.'),
  refresh: z.int().describe('API clients (JWT).'),
})

export type TokenView = z.infer<typeof tokenView>
export type TokenPage = z.infer<typeof tokenPage>
export type IssuedToken = z.infer<typeof issuedToken>
