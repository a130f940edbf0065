import * as z from 'zod'
import { captchaFields, captchaView } from '@/lib/captcha/schema'
import { givenCode } from '@/lib/codes/schema'
import { instant, singleLine, uuid } from '@/lib/schema/text'

/** bcrypt reads no further. */
export const PASSWORD_BYTES_MAX = 72

/** A password that is being chosen. The deployment's minimum length is checked by the use case. */
export const newPassword = z
  .string('Must be text')
  .min(1, 'Must not be empty')
  .refine(
    (text) => new TextEncoder().encode(text).length <= PASSWORD_BYTES_MAX,
    `Must have at most ${PASSWORD_BYTES_MAX} bytes in UTF-8`,
  )

/** A password that is being shown, not chosen: any text, so that a wrong one is answered like every other. */
export const givenPassword = z.string('Must be text').min(1, 'Must not be empty').max(1024, 'Is too long')

/** What every door of sign-in takes. */
export interface SignInCredentials {
  username?: string | undefined
  email?: string | undefined
  password: string
}

/** Where a recent password is asked for, it may also stand in the body. */
export const stepUpFields = { password: givenPassword.optional() }

/** No `@`, so that a username is never mistaken for an e-mail address. */
export const username = singleLine(1, 50).refine(
  (text) => !/[@\s]/u.test(text.normalize('NFKC')),
  'Must not contain @ or spaces',
)

// One plain address. What RFC 5322 allows beyond that (quotes, comments, groups) is where
// mail libraries disagree about the recipient.
export const emailAddress = z
  .string('Must be text')
  .trim()
  .max(254, 'Must have at most 254 characters')
  .pipe(z.email('Must be an e-mail address'))

const accountFields = {
  username,
  email: emailAddress,
  password: newPassword,
  confirm_password: z.string('Must be text'),
}

const confirmsPassword = <T extends { password: string; confirm_password: string }>(input: T) =>
  input.password === input.confirm_password

const mismatch = { path: ['confirm_password'], error: 'Must be the same as the password' }

export const registerInput = z
  .strictObject({
    ...accountFields,
    first_name: singleLine(0, 100).optional(),
    last_name: singleLine(0, 100).optional(),
    /** The secret of an invitation, where registration takes one. */
    invite: givenCode.optional(),
    ...captchaFields,
  })
  .refine(confirmsPassword, mismatch)

/** What an account needs that is made by whoever runs the server. */
export const newAccountInput = z.strictObject({ username, email: emailAddress, password: newPassword })

export const setupInput = z
  .strictObject({ setup_code: z.string('Must be text').trim().min(1, 'Must not be empty'), ...accountFields })
  .refine(confirmsPassword, mismatch)

export const updateAccountInput = z
  .strictObject({
    username: username.optional(),
    first_name: singleLine(0, 100).optional(),
    last_name: singleLine(0, 100).optional(),
    ...stepUpFields,
  })
  .refine((input) => Object.keys(input).some((field) => field !== 'password'), {
    path: ['username'],
    error: 'Give username, first_name or last_name',
  })

export const changePasswordInput = z
  .strictObject({
    old_password: givenPassword,
    new_password: newPassword,
    confirm_password: z.string('Must be text'),
    revoke_personal_tokens: z.boolean('Must be true or false').optional(),
  })
  .refine((input) => input.new_password === input.confirm_password, mismatch)

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
  /** The fresh key of a device; a browser gets its own in the cookie. */
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
