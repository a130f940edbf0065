import * as z from 'zod'
import { instant, singleLine, uuid } from '@/lib/schema/text'

const PASSWORD_BYTES_MAX = 72

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

/** No `@`, so that a username is never mistaken for an e-mail address. */
const username = singleLine(1, 50).refine(
  (text) => !/[@\s]/u.test(text.normalize('NFKC')),
  'Must not contain @ or spaces',
)

// One plain address. What RFC 5322 allows beyond that (quotes, comments, groups) is where
// mail libraries disagree about the recipient.
const email = z
  .string('Must be text')
  .trim()
  .max(254, 'Must have at most 254 characters')
  .pipe(z.email('Must be an e-mail address'))

const accountFields = {
  username,
  email,
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
  })
  .refine(confirmsPassword, mismatch)

export const setupInput = z
  .strictObject({ setup_code: z.string('Must be text').trim().min(1, 'Must not be empty'), ...accountFields })
  .refine(confirmsPassword, mismatch)

export type RegisterInput = z.infer<typeof registerInput>
export type SetupInput = z.infer<typeof setupInput>

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

export type AccountView = z.infer<typeof accountView>
