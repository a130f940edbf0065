import * as z from 'zod'
import { emailAddress, stepUpFields } from '@/lib/domain/accounts/schema'
import { givenCode } from '@/lib/domain/codes/schema'

export const emailCodeInput = z.strictObject({ key: givenCode })

export const requestVerificationInput = z.strictObject({ email: emailAddress })

export const changeEmailInput = z.strictObject({ email: emailAddress, ...stepUpFields })

/** The current address of an account. */
export const currentEmail = z.object({ email: z.string() })

/** An empty response: only an email reveals the outcome. */
export const nothingTold = z.object({})

export type CurrentEmail = z.infer<typeof currentEmail>
