import * as z from 'zod'
import { givenText, uuid } from '@/lib/base/schema/text'

/** The parameters of RFC 7662 section 2.1 and of RFC 7009 section 2.1, which are the same two. Others are ignored. */
export const introspectInput = z.object({
  token: givenText().trim().max(4096, 'Use at most 4096 characters').describe('The token, at most 4096 characters.'),
  token_type_hint: givenText()
    .max(64, 'Use at most 64 characters')
    .optional()
    .describe('Accepted and ignored: the token itself shows its type.'),
})

/** The response of RFC 7662 section 2.2. */
export const introspection = z.union([
  z.strictObject({ active: z.literal(false).describe('The token is unknown or no longer works.') }),
  z.object({
    active: z.literal(true).describe('The token works.'),
    scope: z.string().describe('The token’s scopes, separated by spaces.'),
    username: z.string().describe('The owner’s username.'),
    token_type: z.literal('Bearer').describe('The scheme that the token is sent with.'),
    exp: z
      .int()
      .optional()
      .describe('When the token expires, in seconds since 1970 (UTC). Absent if it never expires.'),
    sub: uuid.describe('The owner’s account ID (UUIDv7).'),
    iss: z.string().describe('Who issued the token: JWT_ISSUER for an access token, otherwise APP_URL.'),
    jti: z.string().describe('The token’s ID; for an access token, its jti claim.'),
    kind: z.enum(['device', 'personal', 'access']).describe('device (app), personal, or access (JWT).'),
    aud: z.string().optional().describe('The audience. Access tokens only.'),
    iat: z.int().optional().describe('When the token was issued, in seconds since 1970 (UTC). Access tokens only.'),
    nbf: z.int().optional().describe('From when the token is valid, in seconds since 1970 (UTC). Access tokens only.'),
    client_id: z.string().optional().describe('The ID of the API client that signed in. Access tokens only.'),
  }),
])

export type Introspection = z.infer<typeof introspection>
