import * as z from 'zod'
import { instantInput } from '@/lib/base/schema/instant-input'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { givenKey, instant, singleLine, uuid } from '@/lib/base/schema/text'
import { revocationReason, tokenKinds, tokenView } from '@/lib/domain/tokens/schema'

/**
 * The maximum number of tokens that one request revokes, all or none. SQLite accepts fewer than a thousand values in a
 * statement.
 */
export const REVOCATION_COUNT_MAX = 500

/** The maximum number of owners and of callers that a preview names. */
export const PREVIEW_COUNT_MAX = 20

/** Filters for the tokens of all accounts. */
const filterFields = {
  /** The beginning of a name, or a hint: `lkp_…abcd` or its last four characters. */
  q: singleLine(1, 64).optional(),
  /** The id, username or email address of an account. */
  user: singleLine(1, 254).optional(),
  kind: z.enum(tokenKinds, 'Is not a kind of token').optional(),
  /** Tokens that are not revoked and have not been used since. */
  unused_since: instantInput.optional(),
}

export const listManagedTokensQuery = z.strictObject({
  ...listFields,
  ...filterFields,
  /** Tokens with an expiry date before this instant. */
  expires_before: instantInput.optional(),
  status: z.enum(['active', 'expired', 'revoked'], 'Must be active, expired or revoked').optional(),
})

export const managedTokenParams = z.object({ id: uuid })

export const findTokenInput = z.strictObject({
  key: givenKey(200),
})

export const revokeManagedTokenInput = z.strictObject({ reason: revocationReason.optional() })

const ids = z
  .array(z.string('Must be text').max(64, 'Is too long'))
  .max(REVOCATION_COUNT_MAX, `Must be at most ${REVOCATION_COUNT_MAX}`)

const selectionFields = { ids: ids.optional(), ...filterFields }

const isOneSelection = ({ ids, q, user, kind, unused_since }: z.infer<z.ZodObject<typeof selectionFields>>) =>
  (ids === undefined) === [q, user, kind, unused_since].some((filter) => filter !== undefined)

const SELECTION = ['ids', 'q', 'user', 'kind', 'unused_since'] as const

const notOneSelection = {
  at: 'ids',
  error: 'Give either ids, or at least one of q, user, kind and unused_since',
} as const

export const previewRevocationInput = crossCheck(
  z.strictObject(selectionFields),
  SELECTION,
  isOneSelection,
  notOneSelection,
)

export const revokeManagedTokensInput = crossCheck(
  z.strictObject({ ...selectionFields, reason: revocationReason.optional() }),
  SELECTION,
  isOneSelection,
  notOneSelection,
)

const tokenOwner = z.object({ id: uuid, username: z.string(), email: z.string(), is_active: z.boolean() })

/** A token as administrators see it. It never contains the key. */
export const managedToken = tokenView.extend({ owner: tokenOwner })

export const managedTokenPage = pageOf(managedToken)

/** What a revocation would affect. A request with the same selection revokes `token_count` tokens. */
export const revocationPreview = z.object({
  token_count: z.int(),
  /** Whether more tokens match than one request revokes. */
  remaining: z.boolean(),
  owner_count: z.int(),
  /** Those with the most tokens first. */
  owners: z.array(z.object({ id: uuid, username: z.string(), token_count: z.int() })),
  /** How many of the tokens were used within the last seven days. */
  recently_used_count: z.int(),
  /** Most recently used first. */
  recent_callers: z.array(
    z.object({
      token_id: uuid,
      name: z.string(),
      kind: z.enum(tokenKinds),
      hint: z.string(),
      owner: z.string(),
      last_used_at: instant,
      last_used_ip: z.string().nullable(),
      user_agent: z.string().nullable(),
    }),
  ),
})

/** `remaining`: more tokens match than one request revokes; repeat the request. */
export const managedTokensRevoked = z.object({ revoked: z.int(), remaining: z.boolean() })

export type ListManagedTokensQuery = z.infer<typeof listManagedTokensQuery>
export type TokenSelector = z.infer<typeof previewRevocationInput>
export type RevokeManagedTokensInput = z.infer<typeof revokeManagedTokensInput>
export type ManagedToken = z.infer<typeof managedToken>
export type ManagedTokenPage = z.infer<typeof managedTokenPage>
export type RevocationPreview = z.infer<typeof revocationPreview>
export type ManagedTokensRevoked = z.infer<typeof managedTokensRevoked>
