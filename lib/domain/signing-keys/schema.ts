import * as z from 'zod'

/** How long clients may cache the key set, in seconds. */
export const JWKS_MAX_AGE_SECONDS = 300

/** A key set (RFC 7517 section 5) of public keys. */
export const jwks = z.object({
  keys: z
    .array(
      z.object({
        kid: z.string().describe('The key’s ID, as in the header of an access token.'),
        kty: z.string().describe('The key type: OKP, EC or RSA.'),
        alg: z.string().describe('The signature algorithm, such as EdDSA.'),
        use: z.literal('sig').describe('The key verifies signatures.'),
        crv: z.string().optional().describe('The curve of an OKP or EC key.'),
        x: z
          .string()
          .optional()
          .describe('The public key of an OKP key, or the x coordinate of an EC key (base64url).'),
        y: z.string().optional().describe('The y coordinate of an EC key (base64url).'),
        n: z.string().optional().describe('The modulus of an RSA key (base64url).'),
        e: z.string().optional().describe('The exponent of an RSA key (base64url).'),
      }),
    )
    .describe('The public keys that verify access tokens.'),
})

export type Jwks = z.infer<typeof jwks>
