import * as z from 'zod'
import { stepUpFields } from '@/lib/domain/accounts/schema'
import { givenCode } from '@/lib/domain/codes/schema'
import { givenKey, givenText } from '@/lib/base/schema/text'

/** How long a visit to a provider may take, and a nonce stays usable, in seconds. */
export const JOURNEY_SECONDS = 600

/** Why a person visits a provider. */
export const journeyIntents = ['sign_in', 'link', 'step_up'] as const
export type JourneyIntent = (typeof journeyIntents)[number]

export const providerParams = z.object({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]{0,31}$/)
    .describe('The provider’s ID, from GET /api/v1/auth/config.'),
})

export const startJourneyInput = z.strictObject({
  intent: z
    .enum(journeyIntents, `Must be one of ${journeyIntents.join(', ')}`)
    .optional()
    .describe(
      'sign_in, link (add the provider to your account) or step_up (confirm it’s you). The last two require a session. Default: sign_in.',
    ),
  next: givenText()
    .max(2000, 'Use at most 2000 characters')
    .optional()
    .describe('The path on this server to open afterwards. Default: /.'),
  invite: givenCode.optional().describe('The secret from an invitation link, for a new account.'),
  setup_code: givenKey(1024, 'Enter the setup code')
    .optional()
    .describe('The setup code that the server prints at startup, to create the first administrator.'),
  ...stepUpFields,
})

export const journeyStarted = z.object({
  authorization_url: z.string().describe('The page of the provider to open in this browser.'),
})

export const nonceIssued = z.object({
  nonce: z.string().describe('The nonce to send to the provider. It works once.'),
  expires_in: z.int().describe('How long the nonce can be used, in seconds from now.'),
})

export type StartJourneyInput = z.infer<typeof startJourneyInput>
