import * as z from 'zod'

/** How long clients may cache the key set, in seconds. */
export const JWKS_MAX_AGE_SECONDS = 300

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

export type Jwks = z.infer<typeof jwks>
