import * as z from 'zod'
import { uuid } from '@/lib/base/schema/text'

/** The parameters of RFC 7662 section 2.1 and of RFC 7009 section 2.1, which are the same two. Others are ignored. */
export const introspectInput = z.object({
  token: z.string('Must be text').trim().max(4096, 'Is too long'),
  /** The type that the client expects. The key itself tells its kind. */
  token_type_hint: z.string('Must be text').max(64, 'Is too long').optional(),
})

/** The response of RFC 7662 section 2.2. */
export const introspection = z.union([
  z.strictObject({ active: z.literal(false) }),
  z.object({
    active: z.literal(true),
    /** Separated by spaces. */
    scope: z.string(),
    username: z.string(),
    token_type: z.literal('Bearer'),
    /** Seconds since the epoch; absent if the token never expires. */
    exp: z.int().optional(),
    /** The account's id. */
    sub: uuid,
    /** JWT_ISSUER for an access token, otherwise APP_URL. */
    iss: z.string(),
    /** The token's id; for an access token, its own `jti`. */
    jti: z.string(),
    kind: z.enum(['device', 'personal', 'access']),
    /** Only access tokens have these. */
    aud: z.string().optional(),
    iat: z.int().optional(),
    nbf: z.int().optional(),
    client_id: z.string().optional(),
  }),
])

export type Introspection = z.infer<typeof introspection>
