import * as z from 'zod'
import { stepUpFields } from '@/lib/domain/accounts/schema'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { instantInput } from '@/lib/base/schema/instant-input'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { givenKey, instant, singleLine, tokenName, uuid } from '@/lib/base/schema/text'

/** Tokens that expire within this many days count as expiring soon. */
export const EXPIRING_SOON_DAYS = 7

/** Tokens without a request for this many days count as unused. */
export const UNUSED_DAYS = 90

export const tokenKinds = ['session', 'device', 'personal', 'refresh'] as const

export const revokedReasons = ['unspecified', 'lost_device', 'leaked', 'unused', 'replaced'] as const

const SECONDS_MAX = 315_360_000

const lifetimeSeconds = z
  .int('Must be a whole number of seconds')
  .min(1, 'Must be at least 1 second')
  .max(SECONDS_MAX, 'Is too far away')

const scopesInput = z.array(z.string('Must be text').max(64, 'Is too long')).max(50, 'Are too many')

export const createTokenInput = crossCheck(
  z.strictObject({
    name: tokenName,
    expires_in_seconds: lifetimeSeconds.optional(),
    expires_at: instantInput.optional(),
    never: z.literal(true, 'Must be true when it is given').optional(),
    /** Expires after this many seconds without use. */
    idle_seconds: z
      .int('Must be a whole number of seconds')
      .min(3600, 'Must be at least one hour (3600)')
      .max(SECONDS_MAX, 'Is too long')
      .optional(),
    scopes: scopesInput.optional(),
    ...stepUpFields,
  }),
  ['expires_in_seconds', 'expires_at', 'never'],
  (input) => [input.expires_in_seconds, input.expires_at, input.never].filter((end) => end !== undefined).length < 2,
  { at: 'expires_in_seconds', error: 'Give one of expires_in_seconds, expires_at and never' },
)

export const updateTokenInput = crossCheck(
  z.strictObject({ name: tokenName.optional(), scopes: scopesInput.optional(), ...stepUpFields }),
  ['name', 'scopes'],
  (input) => input.name !== undefined || input.scopes !== undefined,
  { at: 'name', error: 'Give name or scopes' },
)

export const revocationReason = z.enum(revokedReasons, `Must be one of ${revokedReasons.join(', ')}`)

export const revokeTokenInput = z.strictObject({ reason: revocationReason.optional() })

export const revokeTokensInput = crossCheck(
  z.strictObject({
    ids: z.array(z.string('Must be text').max(64, 'Is too long')).max(1000, 'Are too many').optional(),
    kind: z.enum(tokenKinds, 'Is not a kind of token').optional(),
    unused_since: instantInput.optional(),
    reason: revocationReason.optional(),
  }),
  ['ids', 'kind', 'unused_since'],
  ({ ids, kind, unused_since }) =>
    ids === undefined ? kind !== undefined && unused_since !== undefined : (kind ?? unused_since) === undefined,
  { at: 'ids', error: 'Give either ids, or kind and unused_since' },
)

export const findOwnTokenInput = z.strictObject({ key: givenKey(200) })

export const tokensRevoked = z.object({ revoked: z.int() })

export const rotateTokenInput = z.strictObject({
  grace_seconds: z
    .int('Must be a whole number of seconds')
    .min(0, 'Must not be negative')
    .max(86_400, 'Must be at most 86400 seconds')
    .default(0),
  ...stepUpFields,
})

export const extendTokenInput = z.strictObject({ expires_in_seconds: lifetimeSeconds, ...stepUpFields })

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
  kind: z.enum(tokenKinds, 'Is not a kind of token').optional(),
  /** `ended`: expired or revoked. */
  status: z.enum(['active', 'expired', 'revoked', 'ended'], 'Is not a status of tokens').optional(),
  /**
   * Tokens unused since this instant and older than it, as the bulk revocation selects them; revoked ones are left out.
   */
  unused_since: instantInput.optional(),
  /** Tokens that expire before this instant. */
  expires_before: instantInput.optional(),
  /** A part of the name, or the last characters of the key. */
  q: singleLine(1, 64).optional(),
  sort: z.enum(tokenSorts, `Must be one of ${tokenSorts.join(', ')}`).optional(),
})

export const tokenParams = z.object({ id: uuid })

export type CreateTokenInput = z.infer<typeof createTokenInput>
export type UpdateTokenInput = z.infer<typeof updateTokenInput>
export type RevokeTokensInput = z.infer<typeof revokeTokensInput>
export type ExtendTokenInput = Pick<z.infer<typeof extendTokenInput>, 'expires_in_seconds'>
export type RevokeTokenInput = z.infer<typeof revokeTokenInput>
export type TokenFilters = Omit<z.infer<typeof listTokensQuery>, 'sort' | 'cursor' | 'limit'>
export type ListTokensQuery = z.infer<typeof listTokensQuery>

/** A token as its owner sees it, never with its key. */
export const tokenView = z.object({
  id: uuid,
  kind: z.enum(tokenKinds),
  name: z.string(),
  hint: z.string(),
  scopes: z.array(z.string()),
  created_at: instant,
  created_ip: z.string().nullable(),
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

export const tokenPage = pageOf(tokenView)

/** What people recognise a token by. */
export type NamedToken = Pick<z.infer<typeof tokenView>, 'name' | 'kind'>

/** A new token with its key, which is shown only this once. */
export const issuedToken = tokenView.extend({ key: z.string() })

export type TokenView = z.infer<typeof tokenView>
export type TokenPage = z.infer<typeof tokenPage>
export type IssuedToken = z.infer<typeof issuedToken>
