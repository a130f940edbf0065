import * as z from 'zod'
import { uuid } from '@/lib/base/schema/text'

/** RFC 7662 section 2.1, and RFC 7009 section 2.1 with the same two; other parameters are ignored. */
export const introspectInput = z.object({
  token: z.string('Must be text').trim().max(4096, 'Is too long'),
  /** What the caller takes it for; a key says itself what it is. */
  token_type_hint: z.string('Must be text').max(64, 'Is too long').optional(),
})

/** RFC 7662 section 2.2. */
export const introspection = z.union([
  z.strictObject({ active: z.literal(false) }),
  z.object({
    active: z.literal(true),
    /** Separated by spaces. */
    scope: z.string(),
    username: z.string(),
    token_type: z.literal('Bearer'),
    /** Seconds since 1970; absent where the token never expires. */
    exp: z.int().optional(),
    /** The account's id. */
    sub: uuid,
    /** JWT_ISSUER in an access token, else APP_URL. */
    iss: z.string(),
    /** The token's id; an access token's own. */
    jti: z.string(),
    kind: z.enum(['device', 'personal', 'access']),
    /** These only an access token has. */
    aud: z.string().optional(),
    iat: z.int().optional(),
    nbf: z.int().optional(),
    client_id: z.string().optional(),
  }),
])

export type Introspection = z.infer<typeof introspection>
