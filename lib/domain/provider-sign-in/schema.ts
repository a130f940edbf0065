import * as z from 'zod'
import { emailAddress, givenPassword, personFields, username } from '@/lib/domain/accounts/schema'
import { identityView } from '@/lib/domain/identities/schema'
import { reauthenticated, sessionStarted, signOutField } from '@/lib/domain/sessions/schema'
import { givenKey, givenText, singleLine } from '@/lib/base/schema/text'

/** The largest query string that a provider may send back, in characters. */
export const QUERY_LENGTH_MAX = 8192

export const finishInput = z.strictObject({
  query: givenText()
    .max(QUERY_LENGTH_MAX, `Use at most ${QUERY_LENGTH_MAX} characters`)
    .describe('The query string that the provider sent to the callback page, with or without its “?”.'),
})

const next = z.string().describe('The path on this server to open next.')

/** What a finished visit to a provider leads to. `intent` tells which of the three it is. */
export const finished = z.discriminatedUnion('intent', [
  sessionStarted.extend({ intent: z.literal('sign_in').describe('The browser is signed in.'), next }),
  z.object({
    intent: z.literal('link').describe('The provider was added to the account.'),
    identity: identityView.describe('The new sign-in method.'),
    next,
  }),
  reauthenticated.extend({ intent: z.literal('step_up').describe('The person confirmed who they are.'), next }),
])

const deviceName = singleLine(1, 64)
  .optional()
  .describe('1 to 64 characters to recognize the device by. Default: taken from the User-Agent header.')

export const providerLoginInput = z.strictObject({
  id_token: givenText()
    .max(QUERY_LENGTH_MAX, `Use at most ${QUERY_LENGTH_MAX} characters`)
    .optional()
    .describe('The ID token that the provider issued to the app. Send either id_token or code.'),
  code: givenText()
    .max(4096, 'Use at most 4096 characters')
    .optional()
    .describe('The authorization code, with code_verifier and redirect_uri.'),
  code_verifier: givenText()
    .regex(/^[A-Za-z0-9._~-]{43,128}$/, 'Use 43 to 128 characters (RFC 7636 section 4.1)')
    .optional()
    .describe('The code verifier (RFC 7636) behind the code.'),
  redirect_uri: givenText()
    .max(2000, 'Use at most 2000 characters')
    .optional()
    .describe('The redirect URI that the code was sent to.'),
  nonce: givenKey(200)
    .optional()
    .describe('The nonce from POST /api/v1/auth/providers/{id}/nonce. Required, except for GitHub.'),
  device_name: deviceName,
  sign_out: signOutField,
})

/** The account that a newcomer asks for. */
export const newcomerInput = z.strictObject({ username, email: emailAddress.optional(), ...personFields })

/** What a person may add to a sign-in that needs one more answer. Exactly one of the choices counts. */
export const continueInput = z.strictObject({
  ticket: givenKey(200).describe('The ticket from the response to continue from.'),
  password: givenPassword.optional().describe('The password of the account that has the email address.'),
  account: newcomerInput.optional().describe('The new account. email is required if the provider verified none.'),
  start_fresh: z
    .literal(true, 'Must be true')
    .optional()
    .describe('Create a new account with the address, which the other account never confirmed.'),
  sign_out: signOutField,
})

/** Extension members of the problems that continue with a ticket. */
export interface TicketMembers {
  ticket: string
  /** For account_needed: a username that is free, or an empty text. */
  suggested?: string
  /** For account_needed: the provider verified no address, so one is required. */
  email_needed?: boolean
  /** For link_required: how to continue: `password`, `start_fresh`. */
  choices?: string[]
  /** In a browser: the path on this server to open after the sign-in. */
  next?: string
}

export type FinishedView = z.infer<typeof finished>
export type ContinueInput = z.infer<typeof continueInput>
export type ProviderLoginInput = z.infer<typeof providerLoginInput>
