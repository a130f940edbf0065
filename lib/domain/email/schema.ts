import * as z from 'zod'
import { emailAddress, stepUpFields } from '@/lib/domain/accounts/schema'
import { givenCode } from '@/lib/domain/codes/schema'

export const emailCodeInput = z.strictObject({ key: givenCode.describe('The secret from the emailed link.') })

export const requestVerificationInput = z.strictObject({
  email: emailAddress.describe('The email address to confirm.'),
})

export const changeEmailInput = z.strictObject({
  email: emailAddress.describe('The new email address, at most 254 characters.'),
  ...stepUpFields,
})

/** The current address of an account. */
export const currentEmail = z.object({ email: z.string().describe('The account’s email address now.') })

/** An empty response: only an email reveals the outcome. */
export const nothingTold = z.object({})

export type CurrentEmail = z.infer<typeof currentEmail>
