import * as z from 'zod'
import { accountView, emailAddress, stepUpFields, username } from '@/lib/domain/accounts/schema'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { listFields, pageOf } from '@/lib/base/schema/list-query'
import { instant, singleLine, uuid } from '@/lib/base/schema/text'
import { revocationReason } from '@/lib/domain/tokens/schema'

const personName = singleLine(0, 100)

/** How many sessions, apps and API clients an account may have in total. `default` means the deployment's setting. */
const sessionPolicy = z
  .string('Must be text')
  .regex(/^(?:default|unlimited|one|limit:[1-9][0-9]{0,3})$/, 'Must be default, unlimited, one or limit:N')

const flag = z.boolean('Must be true or false')

const accountSorts = ['created_at', '-created_at', 'username', '-username'] as const

export const listAccountsQuery = crossCheck(
  z.strictObject({
    ...listFields,
    /** The beginning of a username or an email address. Results are ordered by what matched. */
    q: singleLine(1, 254).optional(),
    status: z.enum(['active', 'inactive'], 'Must be active or inactive').optional(),
    role: z.enum(['admin', 'user'], 'Must be admin or user').optional(),
    sort: z.enum(accountSorts, `Must be one of ${accountSorts.join(', ')}`).optional(),
  }),
  ['q', 'sort'],
  ({ q, sort }) => q === undefined || sort === undefined,
  { at: 'sort', error: 'What q finds has an order of its own' },
)

export const accountParams = z.object({ id: uuid })

export const createAccountInput = z.strictObject({
  username,
  email: emailAddress,
  first_name: personName.optional(),
  last_name: personName.optional(),
  is_admin: flag.optional(),
  session_policy: sessionPolicy.optional(),
  ...stepUpFields,
})

/** Returns whether a change includes the active state or the role. */
export const isOfStanding = (change: { is_active?: boolean | undefined; is_admin?: boolean | undefined }): boolean =>
  change.is_active !== undefined || change.is_admin !== undefined

const changeFields = {
  first_name: personName.optional(),
  last_name: personName.optional(),
  username: username.optional(),
  session_policy: sessionPolicy.optional(),
  is_active: flag.optional(),
  is_admin: flag.optional(),
}

const changesSomething = crossCheck(
  z.strictObject({ ...changeFields, ...stepUpFields }),
  Object.keys(changeFields) as (keyof typeof changeFields)[],
  (input) => Object.keys(changeFields).some((field) => input[field as keyof typeof changeFields] !== undefined),
  { at: 'username', error: 'Give at least one field to change' },
)

export const changeAccountInput = crossCheck(
  changesSomething,
  ['password', 'is_active', 'is_admin'],
  (input) => input.password === undefined || isOfStanding(input),
  { at: 'password', error: 'Is your own, and asked for beside is_active and is_admin alone' },
)

export const startResetInput = z.strictObject(stepUpFields)

export const previewAccountRevocationInput = z.strictObject({ keep_personal_tokens: flag.optional() })

export const revokeAccountTokensInput = previewAccountRevocationInput.extend({ reason: revocationReason.optional() })

/** An account as administrators see it. It never contains the password hash. */
export const managedAccount = accountView.extend({
  has_password: z.boolean(),
  session_policy: z.string(),
  /** Until then the server checks no password for this account, except from known browsers. */
  locked_until: instant.nullable(),
})

export const accountPage = pageOf(managedAccount)

/** An account with its number of live tokens of each kind. */
export const accountDetail = managedAccount.extend({
  live_tokens: z.object({ session: z.int(), device: z.int(), personal: z.int(), refresh: z.int() }),
})

/** The link for setting a new password. `url` is null unless the server cannot send email. */
export const startedReset = z.object({
  mailed: z.boolean(),
  url: z.url().nullable(),
  expires_at: instant,
})

export const createdAccount = z.object({ user: managedAccount, password_reset: startedReset })

export type ListAccountsQuery = z.infer<typeof listAccountsQuery>
export type AccountSort = (typeof accountSorts)[number]
export type CreateAccountInput = z.infer<typeof createAccountInput>
export type ChangeAccountInput = z.infer<typeof changeAccountInput>
export type PreviewAccountRevocationInput = z.infer<typeof previewAccountRevocationInput>
export type RevokeAccountTokensInput = z.infer<typeof revokeAccountTokensInput>
export type ManagedAccount = z.infer<typeof managedAccount>
export type AccountPage = z.infer<typeof accountPage>
export type AccountDetail = z.infer<typeof accountDetail>
export type StartedReset = z.infer<typeof startedReset>
export type CreatedAccount = z.infer<typeof createdAccount>
