import * as z from 'zod'
import { captchaFields, captchaView } from '@/lib/domain/captcha/schema'
import { givenCode } from '@/lib/domain/codes/schema'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { canonicalEmail } from '@/lib/base/schema/email-address'
import { isNoEmail } from '@/lib/base/schema/no-email'
import { isSingleScript } from '@/lib/base/schema/single-script'
import { givenKey, givenText, instant, singleLine, uuid } from '@/lib/base/schema/text'

/** bcrypt ignores everything after this many bytes. */
export const PASSWORD_BYTES_MAX = 72

// Some keyboards type é as one character, others as e plus an accent. NFC makes both the same text.
const passwordText = givenText().normalize('NFC')

/** A new password. The use case checks the deployment's minimum length. */
const newPassword = passwordText
  .min(1, 'Enter a password')
  .refine(
    (text) => new TextEncoder().encode(text).length <= PASSWORD_BYTES_MAX,
    `Use at most ${PASSWORD_BYTES_MAX} bytes in UTF-8. Accented letters and emoji take more than one.`,
  )

/** A password to verify. Any text is allowed, so a malformed one gets the same answer as any wrong one. */
export const givenPassword = givenText().min(1, 'Enter your password').max(1024, 'Use at most 1024 characters')

/** The credentials that every sign-in endpoint accepts. */
export interface SignInCredentials {
  username?: string | undefined
  email?: string | undefined
  password: string
}

/** The optional password in the body of a request that requires a recent password. */
export const stepUpFields = {
  password: givenPassword
    .optional()
    .describe('Your current password. Not needed if you confirmed it in the last 15 minutes.'),
}

/** A new username. It contains no `@`, so it is never mistaken for an email address. */
export const username = singleLine(1, 50, 'Enter a username')
  .refine((text) => !/[@\s]/u.test(text.normalize('NFKC')), 'Usernames can’t contain spaces or @')
  .refine(isSingleScript, 'Use letters from a single script, such as Latin or Cyrillic')
  .refine((text) => !/^\.{1,2}$/.test(text.normalize('NFKC')), 'Usernames can’t be . or ..')
  .describe('1 to 50 characters from a single script, no spaces or @. Unique regardless of case; never reused.')

/** An email address in its canonical spelling. */
export const emailAddress = givenText()
  .trim()
  .max(254, { error: 'Use at most 254 characters', abort: true })
  .refine((text) => canonicalEmail(text) !== null, 'Enter a valid email address')
  .refine((text) => !isNoEmail(canonicalEmail(text) ?? ''), 'No email can reach this address. Enter another one.')
  .overwrite((text) => canonicalEmail(text) ?? text)
  .meta({ format: 'email', description: 'An email address of at most 254 characters.' })

const NEW_PASSWORD = `At most ${PASSWORD_BYTES_MAX} bytes in UTF-8. GET /api/v1/auth/config has the minimum length.`

/** A new password and its repetition, as fields of a request. */
export const newPasswordFields = {
  new_password: newPassword.describe(NEW_PASSWORD),
  confirm_password: passwordText.describe('The same password again.'),
}

const accountFields = {
  username,
  email: emailAddress,
  password: newPassword.describe(NEW_PASSWORD),
  confirm_password: newPasswordFields.confirm_password,
}

/** The optional names of a person. */
export const personFields = {
  first_name: singleLine(0, 100).optional().describe('At most 100 characters. Default: empty.'),
  last_name: singleLine(0, 100).optional().describe('At most 100 characters. Default: empty.'),
}

/** Requires `confirm_password` to equal the new password. */
export function confirmed<S extends z.ZodObject>(schema: S, field: 'password' | 'new_password'): S {
  const isSame = (input: Record<string, unknown>) => input[field] === input['confirm_password']
  return crossCheck<z.ZodObject, string>(schema, [field, 'confirm_password'], isSame, {
    at: 'confirm_password',
    error: 'Passwords don’t match',
  }) as S
}

export const registerInput = confirmed(
  z.strictObject({
    ...accountFields,
    ...personFields,
    invite: givenCode
      .optional()
      .describe('The secret from an invitation link. Required when registration is by invitation.'),
    ...captchaFields,
  }),
  'password',
)

/** What the operator gives to create an account. */
export const newAccountInput = z.strictObject({ username, email: emailAddress, password: newPassword })

export const setupInput = confirmed(
  z.strictObject({
    setup_code: givenKey(1024, 'Enter the setup code').describe('The setup code that the server prints at startup.'),
    ...accountFields,
  }),
  'password',
)

/** A name in a request that changes an account. */
export const changedName = singleLine(0, 100).optional().describe('At most 100 characters. Default: unchanged.')

export const updateAccountInput = crossCheck(
  z.strictObject({
    username: username.optional(),
    first_name: changedName,
    last_name: changedName,
    ...stepUpFields,
  }),
  ['username', 'first_name', 'last_name'],
  ({ username: name, first_name, last_name }) => [name, first_name, last_name].some((text) => text !== undefined),
  { at: 'username', error: 'Provide username, first_name or last_name' },
)

export const changePasswordInput = confirmed(
  z.strictObject({
    old_password: givenPassword.describe('Your current password.'),
    ...newPasswordFields,
    revoke_personal_tokens: z
      .boolean('Must be true or false')
      .optional()
      .describe('Whether to revoke your personal tokens too. Default: false.'),
  }),
  'new_password',
)

export const deleteAccountInput = z.strictObject({
  password: givenPassword
    .optional()
    .describe('Your current password. Without one, sign in or confirm it’s you at a provider in the last 5 minutes.'),
})

export const setPasswordInput = confirmed(z.strictObject(newPasswordFields), 'new_password')

export const removePasswordInput = z.strictObject(stepUpFields)

export const passwordInput = z.strictObject({ password: givenPassword.describe('Your current password.') })

/** An account as its owner sees it. */
export const accountView = z.object({
  id: uuid.describe('The account’s permanent ID (UUIDv7).'),
  username: z.string().describe('The current username. It can change; the ID can’t.'),
  email: z.string().nullable().describe('The email address; null if the account has none.'),
  email_verified: z.boolean().describe('Whether the owner confirmed the email address.'),
  first_name: z.string().describe('The first name; empty if not set.'),
  last_name: z.string().describe('The last name; empty if not set.'),
  is_admin: z.boolean().describe('Whether the account is an administrator.'),
  is_active: z.boolean().describe('Whether the account can be used; false once it is deactivated.'),
  date_created: instant.describe('When the account was created (RFC 3339, UTC).'),
  date_modified: instant.describe('When the account last changed (RFC 3339, UTC).'),
  last_login: instant.nullable().describe('When the account last signed in (RFC 3339, UTC); null if never.'),
})

/** The account behind a request, as its owner sees it. */
export const ownAccountView = accountView.extend({
  has_password: z.boolean().describe('Whether the owner has set a password.'),
})

export const passwordChanged = z.object({
  user: accountView.describe('The account after the change.'),
  key: z.string().optional().describe('The app’s new token. A browser gets its new session in the cookie instead.'),
  expires_at: instant
    .nullable()
    .optional()
    .describe('When the new token expires (RFC 3339, UTC); null if never. Present only with key.'),
  revoked: z.int().describe('How many other sessions, apps, API clients and tokens were revoked.'),
})

export const configView = z.object({
  registration: z
    .enum(['open', 'invite', 'closed'])
    .describe('Who can create an account: anyone, people with an invitation, or nobody.'),
  setup_open: z.boolean().describe('Whether the first administrator still has to be created.'),
  captcha: captchaView.describe('The captcha that sign-in, registration and password reset require; null if none.'),
  providers: z
    .array(
      z.object({
        id: z.string().describe('The provider’s ID, for the paths under /api/v1/auth/providers.'),
        label: z.string().describe('The provider’s name for people.'),
      }),
    )
    .describe('The sign-in providers, in the order of their buttons.'),
  password_sign_in: z
    .enum(['on', 'off', 'admins'])
    .describe('Who can use a password: everyone (on), nobody (off) or only administrators (admins).'),
  password: z
    .object({
      length_min: z.int().describe('The minimum length of a new password, in characters.'),
      bytes_max: z.int().describe('The maximum length of a new password, in bytes of UTF-8.'),
    })
    .describe('The rules for new passwords.'),
  scopes: z.array(z.string()).describe('The scopes that this server offers to tokens.'),
  device_flow: z.boolean().describe('Whether apps can sign in with a code that a person approves (RFC 8628).'),
  tokens: z
    .object({
      default_ttl_seconds: z.int().describe('The lifetime of a personal token if you don’t set one, in seconds.'),
      max_ttl_seconds: z.int().describe('The longest lifetime that a personal token can have, in seconds.'),
      can_never_end: z.boolean().describe('Whether personal tokens without an expiry are allowed.'),
      count_max: z.int().describe('How many active personal tokens an account can have.'),
    })
    .describe('The rules for personal tokens.'),
})

export type UpdateAccountInput = z.infer<typeof updateAccountInput>
export type SetPasswordInput = z.infer<typeof setPasswordInput>
export type ChangePasswordInput = z.infer<typeof changePasswordInput>
export type ConfigView = z.infer<typeof configView>
export type RegisterInput = z.infer<typeof registerInput>
export type NewAccountInput = z.infer<typeof newAccountInput>
export type SetupInput = z.infer<typeof setupInput>

export type AccountView = z.infer<typeof accountView>
export type OwnAccountView = z.infer<typeof ownAccountView>
