import * as z from 'zod'
import { accountView, givenPassword } from '@/lib/domain/accounts/schema'
import { captchaFields } from '@/lib/domain/captcha/schema'
import type { TokenView } from '@/lib/domain/tokens/schema'
import { crossCheck } from '@/lib/base/schema/cross-check'
import type { ClientView } from '@/lib/base/schema/client-view'
import { instant, singleLine, tokenName, uuid } from '@/lib/base/schema/text'

const identifier = z.string('Must be text').trim().min(1, 'Must not be empty').max(254, 'Is too long')

const signInFields = {
  /** A username or an email address; usernames contain no `@`. */
  username: identifier.optional(),
  email: identifier.optional(),
  password: givenPassword,
  ...captchaFields,
}

type Identifiers = { username?: string | undefined; email?: string | undefined }

const namesOneAccount = ({ username, email }: Identifiers) => (username === undefined) !== (email === undefined)

const identifierNeeded = { at: 'username', error: 'Give either username or email' } as const

export const signInInput = crossCheck(
  z.strictObject({
    ...signInFields,
    device_name: singleLine(1, 64).optional(),
    /** The ids of the tokens to sign out to make room, when the session policy asks. */
    sign_out: z.array(z.string('Must be text').max(64, 'Is too long')).max(100, 'Are too many').optional(),
  }),
  ['username', 'email'],
  namesOneAccount,
  identifierNeeded,
)

export const nonExpiringTokenInput = crossCheck(
  z.strictObject({ ...signInFields, token_name: tokenName }),
  ['username', 'email'],
  namesOneAccount,
  identifierNeeded,
)

/** A token that was signed out to make room. */
const signedOutToken = z.object({ token_id: uuid, name: z.string(), kind: z.enum(['session', 'device', 'refresh']) })

export type SignedOutToken = z.infer<typeof signedOutToken>

/** The sessions to choose from, sent with the 409 of a session policy that asks. */
export const sessionChoices = z.object({
  sessions: z.array(
    signedOutToken.extend({
      created_at: instant,
      last_used_at: instant.nullable(),
      last_used_ip: z.string().nullable(),
    }),
  ),
  /** How many of them must be signed out. */
  sign_out_count: z.int().min(1),
})
export type SessionChoices = z.infer<typeof sessionChoices>

/** A session, app or API client as its owner sees it. */
export type DeviceView = TokenView & { client: ClientView }

export const signOutEverywhereInput = z.strictObject({ keep_current: z.boolean('Must be true or false').optional() })

export const reauthenticated = z.object({ valid_until: instant })

export const signedIn = z.object({
  key: z.string(),
  token_id: uuid,
  kind: z.literal('device'),
  expires_at: instant,
  user: accountView,
  signed_out: z.array(signedOutToken),
})

export const sessionStarted = z.object({ user: accountView, signed_out: z.array(signedOutToken) })

/** The response that older mobile and desktop clients expect; `user` is the username. */
export const idToken = z.object({
  id_token: z.string(),
  user: z.string(),
  is_admin: z.boolean(),
  expires_at: instant,
})

export const namedIdToken = z.object({
  id_token: z.string(),
  token_name: z.string(),
  user: z.string(),
  is_admin: z.boolean(),
})
