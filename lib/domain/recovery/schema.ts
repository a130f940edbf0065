import * as z from 'zod'
import { confirmed, emailAddress, newPassword } from '@/lib/domain/accounts/schema'
import { captchaFields } from '@/lib/domain/captcha/schema'
import { givenCode } from '@/lib/domain/codes/schema'
import { givenKey, instant } from '@/lib/base/schema/text'

export const requestResetInput = z.strictObject({ email: emailAddress, ...captchaFields })

const uid = givenKey(64)

export const checkResetInput = z.strictObject({ uid, token: givenCode })

/** The account of a reset link, and the personal tokens that the reset would revoke. */
export const resetCheck = z.object({
  username: z.string(),
  tokens: z.array(z.object({ name: z.string(), hint: z.string(), last_used_at: instant.nullable() })),
})

export const confirmResetInput = confirmed(
  z.strictObject({
    uid,
    token: givenCode,
    new_password: newPassword,
    confirm_password: z.string('Must be text').normalize('NFC'),
    keep_personal_tokens: z.boolean('Must be true or false').optional(),
  }),
  'new_password',
)

export const passwordReset = z.object({ revoked: z.int() })

export type CheckResetInput = z.infer<typeof checkResetInput>
export type ResetCheck = z.infer<typeof resetCheck>
export type ConfirmResetInput = z.infer<typeof confirmResetInput>
