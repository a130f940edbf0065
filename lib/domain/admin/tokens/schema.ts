import * as z from 'zod'
import { instantInput } from '@/lib/base/schema/instant-input'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { givenKey, givenText, instant, singleLine, uuid } from '@/lib/base/schema/text'
import { kindInput, revocationFields, tokenKinds, tokenView } from '@/lib/domain/tokens/schema'

/**
 * The maximum number of tokens that one request revokes, all or none. SQLite accepts fewer than a thousand values in a
 * statement.
 */
export const REVOCATION_COUNT_MAX = 500

/** The maximum number of owners and of callers that a preview names. */
export const PREVIEW_COUNT_MAX = 20

/** Filters for the tokens of all accounts. */
const filterFields = {
  q: singleLine(1, 64)
    .optional()
    .describe('The start of a name, the last 4 characters of a token, or a whole hint. Default: all.'),
  user: singleLine(1, 254).optional().describe('The owner: an ID, username or email address. Default: all accounts.'),
  kind: kindInput
    .optional()
    .describe('Only this type: session (browser), device (app), personal, or refresh (API client). Default: all.'),
  unused_since: instantInput
    .optional()
    .describe('Only tokens created before this time (RFC 3339), not used since and not revoked. Default: all.'),
}

export const listManagedTokensQuery = z.strictObject({
  ...listFields,
  ...filterFields,
  expires_before: instantInput
    .optional()
    .describe('Only tokens that expire before this time (RFC 3339). Default: all.'),
  status: z
    .enum(['active', 'expired', 'revoked'], 'Must be active, expired or revoked')
    .optional()
    .describe('Only tokens with this status. Default: all.'),
})

export const managedTokenParams = z.object({ id: uuid.describe('The token’s ID (UUIDv7).') })

export const findTokenInput = z.strictObject({
  key: givenKey(200, 'Enter a token').describe('The complete token. It isn’t stored.'),
})

export const revokeManagedTokenInput = z.strictObject(revocationFields)

const ids = z
  .array(givenText().max(64, 'Use at most 64 characters'))
  .max(REVOCATION_COUNT_MAX, `Use at most ${REVOCATION_COUNT_MAX} IDs`)
  .optional()
  .describe(`The IDs of the tokens, up to ${REVOCATION_COUNT_MAX}, instead of filters.`)

const selectionFields = { ids, ...filterFields }

const isOneSelection = ({ ids, q, user, kind, unused_since }: z.infer<z.ZodObject<typeof selectionFields>>) =>
  (ids === undefined) === [q, user, kind, unused_since].some((filter) => filter !== undefined)

const SELECTION = ['ids', 'q', 'user', 'kind', 'unused_since'] as const

const notOneSelection = {
  at: 'ids',
  error: 'Provide either ids, or at least one of q, user, kind and unused_since',
} as const

export const previewRevocationInput = crossCheck(
  z.strictObject(selectionFields),
  SELECTION,
  isOneSelection,
  notOneSelection,
)

export const revokeManagedTokensInput = crossCheck(
  z.strictObject({ ...selectionFields, ...revocationFields }),
  SELECTION,
  isOneSelection,
  notOneSelection,
)

const tokenOwner = z.object({
  id: uuid.describe('The owner’s account ID (UUIDv7).'),
  username: z.string().describe('The owner’s username.'),
  email: z.string().nullable().describe('The owner’s email address; null if the account has none.'),
  is_active: z.boolean().describe('Whether the owner’s account can be used; false once it is deactivated.'),
})

/** A token as administrators see it. It never contains the key. */
export const managedToken = tokenView.extend({ owner: tokenOwner.describe('The account that the token belongs to.') })

export const managedTokenPage = pageOf(managedToken)

/** What a revocation would affect. A request with the same selection revokes `token_count` tokens. */
export const revocationPreview = z.object({
  token_count: z.int().describe('How many tokens would be revoked.'),
  remaining: z.boolean().describe('Whether more tokens match than one request revokes.'),
  owner_count: z.int().describe('How many accounts own them.'),
  owners: z
    .array(
      z.object({
        id: uuid.describe('The account’s ID (UUIDv7).'),
        username: z.string().describe('The username.'),
        token_count: z.int().describe('How many of the tokens belong to the account.'),
      }),
    )
    .describe(`The accounts with the most tokens first, up to ${PREVIEW_COUNT_MAX}.`),
  recently_used_count: z.int().describe('How many of the tokens were used in the last 7 days.'),
  recent_callers: z
    .array(
      z.object({
        token_id: uuid.describe('The token’s ID (UUIDv7).'),
        name: z.string().describe('The token’s name.'),
        kind: z.enum(tokenKinds).describe('session (browser), device (app), personal, or refresh (API client).'),
        hint: z
          .string()
          .describe('The prefix and the last 4 characters of the secret, which identify it without revealing it.'),
        owner: z.string().describe('The owner’s username.'),
        last_used_at: instant.describe('When the token was last used (RFC 3339, UTC).'),
        last_used_ip: z.string().nullable().describe('The IP address that last used the token; null if unknown.'),
        user_agent: z
          .string()
          .nullable()
          .describe('The User-Agent header of the request that created the token; or null.'),
      }),
    )
    .describe(`The tokens used in the last 7 days, most recently used first, up to ${PREVIEW_COUNT_MAX}.`),
})

/** `remaining`: more tokens match than one request revokes; repeat the request. */
export const managedTokensRevoked = z.object({
  revoked: z.int().describe('How many tokens were revoked.'),
  remaining: z.boolean().describe('Whether more tokens match. Repeat the request to revoke those too.'),
})

export type ListManagedTokensQuery = z.infer<typeof listManagedTokensQuery>
export type TokenSelector = z.infer<typeof previewRevocationInput>
export type RevokeManagedTokensInput = z.infer<typeof revokeManagedTokensInput>
export type ManagedToken = z.infer<typeof managedToken>
export type ManagedTokenPage = z.infer<typeof managedTokenPage>
export type RevocationPreview = z.infer<typeof revocationPreview>
export type ManagedTokensRevoked = z.infer<typeof managedTokensRevoked>
