import * as z from 'zod'
import {
  changedName,
  emailAddress,
  ownAccountView,
  personFields,
  stepUpFields,
  username,
} from '@/lib/domain/accounts/schema'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { listFields, pageOf, wholeNumber } from '@/lib/base/schema/list-query'
import { givenText, instant, singleLine, uuid } from '@/lib/base/schema/text'
import { identityView } from '@/lib/domain/identities/schema'
import { liveTokenCounts, revocationFields } from '@/lib/domain/tokens/schema'

/** How many sessions, apps and API clients an account may have in total. `default` means the deployment's setting. */
const sessionPolicy = givenText().regex(
  /^(?:default|unlimited|one|limit:[1-9][0-9]{0,3})$/,
  'Must be default, unlimited, one or limit:N with N from 1 to 9999',
)

const SESSION_POLICY =
  'Maximum number of sessions, apps and API clients: default (server setting), unlimited, one or limit:N (1 to 9999).'

const flag = z.boolean('Must be true or false')

const UNSEEN_DAYS_MAX = 3650

const accountSorts = ['created_at', '-created_at', 'username', '-username'] as const

export const listAccountsQuery = crossCheck(
  z.strictObject({
    ...listFields,
    q: singleLine(1, 254)
      .optional()
      .describe('The start of a username or email address. Results are sorted by what matched. Default: all accounts.'),
    status: z
      .enum(['active', 'inactive'], 'Must be active or inactive')
      .optional()
      .describe('Only accounts with this status. Default: both.'),
    role: z
      .enum(['admin', 'user'], 'Must be admin or user')
      .optional()
      .describe('Only administrators, or only members (user). Default: both.'),
    unseen_days: wholeNumber
      .pipe(z.int().min(1, 'Must be at least 1').max(UNSEEN_DAYS_MAX, `Must be at most ${UNSEEN_DAYS_MAX}`))
      .optional()
      .describe(
        `Only accounts that have a linked sign-in provider and used none in this many days: 1 to ${UNSEEN_DAYS_MAX}. Default: all accounts.`,
      ),
    sort: z
      .enum(accountSorts, `Must be one of ${accountSorts.join(', ')}`)
      .optional()
      .describe('The sort order; - means descending. Can’t be combined with q. Default: -created_at (newest first).'),
  }),
  ['q', 'sort'],
  ({ q, sort }) => q === undefined || sort === undefined,
  { at: 'sort', error: 'Can’t be combined with q, which sorts by what matched' },
)

export const accountParams = z.object({ id: uuid.describe('The account’s ID (UUIDv7).') })

export const createAccountInput = z.strictObject({
  username,
  email: emailAddress,
  ...personFields,
  is_admin: flag.optional().describe('Whether to make the account an administrator. Default: false.'),
  session_policy: sessionPolicy.optional().describe(`${SESSION_POLICY} If omitted: default.`),
  ...stepUpFields,
})

/** Returns whether a change includes the active state or the role. */
export const isOfStanding = (change: { is_active?: boolean | undefined; is_admin?: boolean | undefined }): boolean =>
  change.is_active !== undefined || change.is_admin !== undefined

const changeFields = {
  first_name: changedName,
  last_name: changedName,
  username: username.optional(),
  session_policy: sessionPolicy.optional().describe(`${SESSION_POLICY} If omitted: unchanged.`),
  is_active: flag
    .optional()
    .describe('false deactivates the account and signs it out everywhere; true reactivates it. Default: unchanged.'),
  is_admin: flag.optional().describe('Whether the account is an administrator. Default: unchanged.'),
}

const changesSomething = crossCheck(
  z.strictObject({ ...changeFields, ...stepUpFields }),
  Object.keys(changeFields) as (keyof typeof changeFields)[],
  (input) => Object.keys(changeFields).some((field) => input[field as keyof typeof changeFields] !== undefined),
  { at: 'username', error: 'Provide at least one field to change' },
)

export const changeAccountInput = crossCheck(
  changesSomething,
  ['password', 'is_active', 'is_admin'],
  (input) => input.password === undefined || isOfStanding(input),
  { at: 'password', error: 'Send your password only when you change is_active or is_admin' },
)

export const startResetInput = z.strictObject(stepUpFields)

export const previewAccountRevocationInput = z.strictObject({
  keep_personal_tokens: flag.optional().describe('Whether to keep the account’s personal tokens. Default: false.'),
})

export const revokeAccountTokensInput = previewAccountRevocationInput.extend(revocationFields)

/** An account as administrators see it. It never contains the password hash. */
export const managedAccount = ownAccountView.extend({
  session_policy: z.string().describe(SESSION_POLICY),
  locked_until: instant
    .nullable()
    .describe('Until when sign-in is paused after failed attempts (RFC 3339, UTC); null if it isn’t.'),
  sign_in_methods: z
    .array(z.string())
    .describe('How the owner can sign in now: password, then the IDs of linked providers in the order of PROVIDERS.'),
  last_provider_sign_in_at: instant
    .nullable()
    .describe('When the owner last used a linked provider (RFC 3339, UTC); null if no provider is linked.'),
})

/** An identity as administrators see it. */
export const managedIdentity = identityView.omit({ last_way_in: true })

export const accountPage = pageOf(managedAccount)

/** An account with its identities and its number of live tokens of each kind. */
export const accountDetail = managedAccount.extend({
  identities: z.array(managedIdentity).describe('The linked providers, oldest first.'),
  live_tokens: liveTokenCounts.describe('How many active credentials the account has, by type.'),
})

/** The link for setting a new password. `url` is null unless the server cannot send email. */
export const startedReset = z.object({
  mailed: z.boolean().describe('Whether the link was emailed to the owner.'),
  url: z.url().nullable().describe('The link for you to pass on; null if it was emailed.'),
  expires_at: instant.describe('When the link expires (RFC 3339, UTC).'),
})

export const createdAccount = z.object({
  user: managedAccount.describe('The new account.'),
  password_reset: startedReset.describe('The link with which the owner sets a password.'),
})

export type ListAccountsQuery = z.infer<typeof listAccountsQuery>
export type AccountSort = (typeof accountSorts)[number]
export type CreateAccountInput = z.infer<typeof createAccountInput>
export type ChangeAccountInput = z.infer<typeof changeAccountInput>
export type PreviewAccountRevocationInput = z.infer<typeof previewAccountRevocationInput>
export type RevokeAccountTokensInput = z.infer<typeof revokeAccountTokensInput>
export type ManagedAccount = z.infer<typeof managedAccount>
export type ManagedIdentity = z.infer<typeof managedIdentity>
export type AccountPage = z.infer<typeof accountPage>
export type AccountDetail = z.infer<typeof accountDetail>
export type StartedReset = z.infer<typeof startedReset>
export type CreatedAccount = z.infer<typeof createdAccount>
