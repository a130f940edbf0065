import * as z from 'zod'
import { givenText } from '@/lib/base/schema/text'

const answer = givenText()
  .min(1, 'Complete the captcha')
  .max(8192, 'Use at most 8192 characters')
  .optional()
  .describe('The answer to the captcha, if the server requires one. Use any one of the captcha fields.')

/** The answer to a captcha, under our field name or that of a provider's widget. */
export const captchaFields = {
  captcha: answer,
  g_recaptcha_response: answer,
  'g-recaptcha-response': answer,
  'h-captcha-response': answer,
  'cf-turnstile-response': answer,
}

/** The names of the fields that can carry a captcha answer. */
export const CAPTCHA_FIELDS = Object.keys(captchaFields) as (keyof typeof captchaFields)[]

/** What a page needs to show a captcha; null if the deployment has none. */
export const captchaView = z
  .object({
    provider: z.enum(['recaptcha-v2', 'recaptcha-v3', 'hcaptcha', 'turnstile']).describe('The captcha’s provider.'),
    site_key: z.string().describe('The site key for the provider’s widget.'),
  })
  .nullable()

export type CaptchaView = z.infer<typeof captchaView>
