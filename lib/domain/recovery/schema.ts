import * as z from 'zod'
import { confirmed, emailAddress, newPasswordFields } from '@/lib/domain/accounts/schema'
import { captchaFields } from '@/lib/domain/captcha/schema'
import { givenCode } from '@/lib/domain/codes/schema'
import { givenKey, instant } from '@/lib/base/schema/text'

export const requestResetInput = z.strictObject({
  email: emailAddress.describe('The email address of your account.'),
  ...captchaFields,
})

/** What a reset link carries. */
const linkFields = {
  uid: givenKey(64).describe('The account’s ID from the reset link.'),
  token: givenCode.describe('The secret from the reset link.'),
}

export const checkResetInput = z.strictObject(linkFields)

/** The account of a reset link, and the personal tokens that the reset would revoke. */
export const resetCheck = z.object({
  username: z.string().describe('The username of the account.'),
  tokens: z
    .array(
      z.object({
        name: z.string().describe('The token’s name.'),
        hint: z
          .string()
          .describe('The prefix and the last 4 characters of the secret, which identify it without revealing it.'),
        last_used_at: instant.nullable().describe('When the token was last used (RFC 3339, UTC); null if never.'),
      }),
    )
    .describe('The personal tokens that the reset revokes unless you keep them.'),
})

export const confirmResetInput = confirmed(
  z.strictObject({
    ...linkFields,
    ...newPasswordFields,
    keep_personal_tokens: z
      .boolean('Must be true or false')
      .optional()
      .describe('Whether to keep the account’s personal tokens. Default: false.'),
  }),
  'new_password',
)

export const passwordReset = z.object({
  revoked: z.int().describe('How many sessions, apps, API clients and tokens were revoked.'),
})

export type CheckResetInput = z.infer<typeof checkResetInput>
export type ResetCheck = z.infer<typeof resetCheck>
export type ConfirmResetInput = z.infer<typeof confirmResetInput>
