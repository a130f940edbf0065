import * as z from 'zod'
import { captchaFields, captchaView } from '@/lib/domain/captcha/schema'
import { givenCode } from '@/lib/domain/codes/schema'
import { crossCheck } from '@/lib/base/schema/cross-check'
import { canonicalEmail } from '@/lib/base/schema/email-address'
import { isSingleScript } from '@/lib/base/schema/single-script'
import { givenKey, instant, singleLine, uuid } from '@/lib/base/schema/text'

/** bcrypt ignores everything after this many bytes. */
export const PASSWORD_BYTES_MAX = 72

// Some keyboards type é as one character, others as e plus an accent. NFC makes both the same text.
const passwordText = z.string('Must be text').normalize('NFC')

/** A new password. The use case checks the deployment's minimum length. */
export const newPassword = passwordText
  .min(1, 'Must not be empty')
  .refine(
    (text) => new TextEncoder().encode(text).length <= PASSWORD_BYTES_MAX,
    `Must have at most ${PASSWORD_BYTES_MAX} bytes in UTF-8`,
  )

/** A password to verify. Any text is allowed, so a malformed one gets the same answer as any wrong one. */
export const givenPassword = z.string('Must be text').min(1, 'Must not be empty').max(1024, 'Is too long')

/** The credentials that every sign-in endpoint accepts. */
export interface SignInCredentials {
  username?: string | undefined
  email?: string | undefined
  password: string
}

/** The optional password in the body of a request that requires a recent password. */
export const stepUpFields = { password: givenPassword.optional() }

/** A new username. It contains no `@`, so it is never mistaken for an email address. */
export const username = singleLine(1, 50)
  .refine((text) => !/[@\s]/u.test(text.normalize('NFKC')), 'Must not contain @ or spaces')
  .refine(isSingleScript, 'Must keep to the letters of one script, such as Latin or Cyrillic')
  .refine((text) => !/^\.{1,2}$/.test(text.normalize('NFKC')), 'Must not be . or ..')

/** An email address in its canonical spelling. */
export const emailAddress = z
  .string('Must be text')
  .trim()
  .max(254, { error: 'Must have at most 254 characters', abort: true })
  .refine((text) => canonicalEmail(text) !== null, 'Must be an email address')
  .overwrite((text) => canonicalEmail(text) ?? text)
  .meta({ format: 'email' })

const accountFields = {
  username,
  email: emailAddress,
  password: newPassword,
  confirm_password: passwordText,
}

/** Requires `confirm_password` to equal the new password. */
export function confirmed<S extends z.ZodObject>(schema: S, field: 'password' | 'new_password'): S {
  const isSame = (input: Record<string, unknown>) => input[field] === input['confirm_password']
  return crossCheck<z.ZodObject, string>(schema, [field, 'confirm_password'], isSame, {
    at: 'confirm_password',
    error: 'Must be the same as the password',
  }) as S
}

export const registerInput = confirmed(
  z.strictObject({
    ...accountFields,
    first_name: singleLine(0, 100).optional(),
    last_name: singleLine(0, 100).optional(),
    /** The secret of an invitation, where registration requires one. */
    invite: givenCode.optional(),
    ...captchaFields,
  }),
  'password',
)

/** What the operator gives to create an account. */
export const newAccountInput = z.strictObject({ username, email: emailAddress, password: newPassword })

export const setupInput = confirmed(z.strictObject({ setup_code: givenKey(1024), ...accountFields }), 'password')

export const updateAccountInput = crossCheck(
  z.strictObject({
    username: username.optional(),
    first_name: singleLine(0, 100).optional(),
    last_name: singleLine(0, 100).optional(),
    ...stepUpFields,
  }),
  ['username', 'first_name', 'last_name'],
  ({ username: name, first_name, last_name }) => [name, first_name, last_name].some((text) => text !== undefined),
  { at: 'username', error: 'Give username, first_name or last_name' },
)

export const changePasswordInput = confirmed(
  z.strictObject({
    old_password: givenPassword,
    new_password: newPassword,
    confirm_password: passwordText,
    revoke_personal_tokens: z.boolean('Must be true or false').optional(),
  }),
  'new_password',
)

export const passwordInput = z.strictObject({ password: givenPassword })

/** An account as its owner sees it. */
export const accountView = z.object({
  id: uuid,
  username: z.string(),
  email: z.string(),
  email_verified: z.boolean(),
  first_name: z.string(),
  last_name: z.string(),
  is_admin: z.boolean(),
  is_active: z.boolean(),
  date_created: instant,
  date_modified: instant,
  last_login: instant.nullable(),
})

export const passwordChanged = z.object({
  user: accountView,
  /** The new key of an app. A browser gets its key in the cookie. */
  key: z.string().optional(),
  expires_at: instant.nullable().optional(),
  revoked: z.int(),
})

export const configView = z.object({
  registration: z.enum(['open', 'invite', 'closed']),
  setup_open: z.boolean(),
  captcha: captchaView,
  providers: z.array(z.string()),
  password: z.object({ length_min: z.int(), bytes_max: z.int() }),
  scopes: z.array(z.string()),
  tokens: z.object({
    default_ttl_seconds: z.int(),
    max_ttl_seconds: z.int(),
    can_never_end: z.boolean(),
    count_max: z.int(),
  }),
})

export type UpdateAccountInput = z.infer<typeof updateAccountInput>
export type ChangePasswordInput = z.infer<typeof changePasswordInput>
export type ConfigView = z.infer<typeof configView>
export type RegisterInput = z.infer<typeof registerInput>
export type NewAccountInput = z.infer<typeof newAccountInput>
export type SetupInput = z.infer<typeof setupInput>

export type AccountView = z.infer<typeof accountView>
