import * as z from 'zod'
import { accountView } from '@/lib/domain/accounts/schema'
import { givenKey } from '@/lib/base/schema/text'

/** For so long others may keep the key set. */
export const JWKS_MAX_AGE_SECONDS = 300

/** Longer than any token of ours. */
const TOKEN_LENGTH_MAX = 4096

export const refreshInput = z.strictObject({
  refresh: givenKey(TOKEN_LENGTH_MAX),
})

export const verifyJwtInput = z.strictObject({
  token: givenKey(TOKEN_LENGTH_MAX),
})

/** An access token and the refresh token that renews it. Lifetimes are seconds from now. */
export const jwtPair = z.object({
  access: z.string(),
  refresh: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
  refresh_expires_in: z.int(),
})

export const jwtCreated = jwtPair.extend({ user: accountView })

export const jwtValid = z.object({})

/** A key set (RFC 7517 section 5) of public keys. */
export const jwks = z.object({
  keys: z.array(
    z.object({
      kid: z.string(),
      kty: z.string(),
      alg: z.string(),
      use: z.literal('sig'),
      crv: z.string().optional(),
      x: z.string().optional(),
      y: z.string().optional(),
      n: z.string().optional(),
      e: z.string().optional(),
    }),
  ),
})

/** What an access token says (RFC 9068 section 2.2); nothing else may stand in it. */
export const accessClaims = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  sub: z.uuid(),
  /** The token of kind `refresh` through which it was issued. */
  sid: z.uuid(),
  client_id: z.string(),
  jti: z.string().min(1).max(64),
  iat: z.int().nonnegative(),
  nbf: z.int().nonnegative(),
  exp: z.int().nonnegative(),
  auth_time: z.int().nonnegative(),
  scope: z.string(),
})

export type JwtPair = z.infer<typeof jwtPair>
export type JwtCreated = z.infer<typeof jwtCreated>
export type Jwks = z.infer<typeof jwks>
export type AccessClaims = z.infer<typeof accessClaims>
