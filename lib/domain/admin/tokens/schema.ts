import * as z from 'zod'
import { instantInput } from '@/lib/base/schema/instant-input'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { givenKey, instant, singleLine, uuid } from '@/lib/base/schema/text'
import { revocationReason, tokenKinds, tokenView } from '@/lib/domain/tokens/schema'

/** So many tokens one call revokes at most, all or none of them; SQLite takes no thousand values in a statement. */
export const REVOCATION_COUNT_MAX = 500

/** So many of the owners and of the callers that a revocation hits are named. */
export const PREVIEW_COUNT_MAX = 20

/** What narrows the tokens of all accounts. */
const filterFields = {
  /** The beginning of a name, or a hint: `lkp_…abcd`, or its last four characters. */
  q: singleLine(1, 64).optional(),
  /** The id of an account, its username or its e-mail address. */
  user: singleLine(1, 254).optional(),
  kind: z.enum(tokenKinds, 'Is not a kind of token').optional(),
  /** Those that are not revoked and that nobody has used since. */
  unused_since: instantInput.optional(),
}

export const listManagedTokensQuery = z.strictObject({
  ...listFields,
  ...filterFields,
  /** Those with an end before this. */
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

/** A token as administrators see it: never with its key. */
export const managedToken = tokenView.extend({ owner: tokenOwner })

export const managedTokenPage = pageOf(managedToken)

/** What a revocation would end; the same selection ends it, `token_count` at a time. */
export const revocationPreview = z.object({
  token_count: z.int(),
  /** Whether more match than one call ends. */
  remaining: z.boolean(),
  owner_count: z.int(),
  /** Those with the most tokens first. */
  owners: z.array(z.object({ id: uuid, username: z.string(), token_count: z.int() })),
  /** How many of the tokens were used within the last seven days. */
  recently_used_count: z.int(),
  /** The latest first. */
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

/** `remaining`: more match the filter than one call ends; call again. */
export const managedTokensRevoked = z.object({ revoked: z.int(), remaining: z.boolean() })

export type ListManagedTokensQuery = z.infer<typeof listManagedTokensQuery>
export type TokenSelector = z.infer<typeof previewRevocationInput>
export type RevokeManagedTokensInput = z.infer<typeof revokeManagedTokensInput>
export type ManagedToken = z.infer<typeof managedToken>
export type ManagedTokenPage = z.infer<typeof managedTokenPage>
export type RevocationPreview = z.infer<typeof revocationPreview>
export type ManagedTokensRevoked = z.infer<typeof managedTokensRevoked>
