import * as z from 'zod'
import { accountView, givenPassword } from '@/lib/domain/accounts/schema'
import { captchaFields } from '@/lib/domain/captcha/schema'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { crossCheck } from '@/lib/base/schema/cross-check'
import type { ClientView } from '@/lib/base/schema/client-view'
import { givenText, instant, singleLine, tokenName, uuid } from '@/lib/base/schema/text'

const identifier = givenText()
  .trim()
  .min(1, 'Enter your username or email address')
  .max(254, 'Use at most 254 characters')

const signInFields = {
  // A username contains no `@`, so either field can hold either one.
  username: identifier.optional().describe('The username or email address. Required unless you send email.'),
  email: identifier.optional().describe('The email address. Required unless you send username.'),
  password: givenPassword.describe('The account’s password.'),
  ...captchaFields,
}

type Identifiers = { username?: string | undefined; email?: string | undefined }

const namesOneAccount = ({ username, email }: Identifiers) => (username === undefined) !== (email === undefined)

const identifierNeeded = { at: 'username', error: 'Provide either username or email' } as const

/** What to sign out to make room, in a request that signs in. */
export const signOutField = z
  .array(givenText().max(64, 'Use at most 64 characters'))
  .max(100, 'Use at most 100 IDs')
  .optional()
  .describe('The token_id values to sign out after a 409 session_limit_reached, up to 100. Default: none.')

export const signInInput = crossCheck(
  z.strictObject({
    ...signInFields,
    device_name: singleLine(1, 64)
      .optional()
      .describe('1 to 64 characters to recognize the device by. Default: taken from the User-Agent header.'),
    sign_out: signOutField,
  }),
  ['username', 'email'],
  namesOneAccount,
  identifierNeeded,
)

export const nonExpiringTokenInput = crossCheck(
  z.strictObject({
    ...signInFields,
    token_name: tokenName.describe('1 to 64 characters, unique among your tokens that aren’t revoked.'),
  }),
  ['username', 'email'],
  namesOneAccount,
  identifierNeeded,
)

/** A token that was signed out to make room. */
const signedOutToken = z.object({
  token_id: uuid.describe('The token’s ID (UUIDv7).'),
  name: z.string().describe('The name of the device.'),
  kind: z.enum(['session', 'device', 'refresh']).describe('session (browser), device (app) or refresh (API client).'),
})

const signedOut = z.array(signedOutToken).describe('What was signed out to stay within the session limit.')

export type SignedOutToken = z.infer<typeof signedOutToken>

/** The sessions to choose from, sent with the 409 of a session policy that asks. */
export const sessionChoices = z.object({
  sessions: z
    .array(
      signedOutToken.extend({
        created_at: instant.describe('When it signed in (RFC 3339, UTC).'),
        last_used_at: instant.nullable().describe('When it was last used (RFC 3339, UTC); null if never.'),
        last_used_ip: z.string().nullable().describe('The IP address that last used it; null if none.'),
      }),
    )
    .describe('The sessions, apps and API clients to choose from.'),
  sign_out_count: z.int().min(1).describe('How many of them you have to sign out.'),
})
export type SessionChoices = z.infer<typeof sessionChoices>

/** A session, app or API client as its owner sees it. */
export type DeviceView = TokenView & { client: ClientView }

export const signOutEverywhereInput = z.strictObject({
  keep_current: z
    .boolean('Must be true or false')
    .optional()
    .describe('Whether to stay signed in here. Default: false.'),
})

export const reauthenticated = z.object({
  valid_until: instant.describe('Until when your password counts as confirmed (RFC 3339, UTC).'),
})

export const signedIn = z.object({
  key: z.string().describe('The device token. It is returned only once.'),
  token_id: uuid.describe('The token’s ID (UUIDv7).'),
  kind: z.literal('device').describe('The type of the token.'),
  expires_at: instant.describe('When the token expires (RFC 3339, UTC).'),
  user: accountView.describe('The account that signed in.'),
  signed_out: signedOut,
})

export const sessionStarted = z.object({
  user: accountView.describe('The account that signed in.'),
  signed_out: signedOut,
  email_released: z
    .boolean()
    .optional()
    .describe('True, once, if the account lost its unconfirmed email address to a person who proved it.'),
})

/** The response that older mobile and desktop clients expect; `user` is the username. */
export const idToken = z.object({
  id_token: z.string().describe('The device token. It is returned only once.'),
  user: z.string().describe('The username.'),
  is_admin: z.boolean().describe('Whether the account is an administrator.'),
  expires_at: instant.describe('When the token expires (RFC 3339, UTC).'),
})

export const namedIdToken = z.object({
  id_token: z.string().describe('The personal token, which never expires. It is returned only once.'),
  token_name: z.string().describe('The token’s name.'),
  user: z.string().describe('The username.'),
  is_admin: z.boolean().describe('Whether the account is an administrator.'),
})
