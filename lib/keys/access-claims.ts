import * as z from 'zod'

/** The claims of an access token (RFC 9068 section 2.2). No other claim is allowed. */
export const accessClaims = z.strictObject({
  iss: z.string(),
  aud: z.string(),
  sub: z.uuid(),
  /** The API client (token of kind `refresh`) through which it was issued. */
  sid: z.uuid(),
  client_id: z.string(),
  jti: z.string().min(1).max(64),
  iat: z.int().nonnegative(),
  nbf: z.int().nonnegative(),
  exp: z.int().nonnegative(),
  auth_time: z.int().nonnegative(),
  scope: z.string(),
})

export type AccessClaims = z.infer<typeof accessClaims>
