import * as z from 'zod'
import { accountView } from '@/lib/domain/accounts/schema'
import { givenKey } from '@/lib/base/schema/text'

/** Longer than any token that this server issues. */
const TOKEN_LENGTH_MAX = 4096

export const refreshInput = z.strictObject({
  refresh: givenKey(TOKEN_LENGTH_MAX),
})

export const verifyJwtInput = z.strictObject({
  token: givenKey(TOKEN_LENGTH_MAX),
})

/** An access token and the refresh token that renews it. Lifetimes are in seconds from now. */
export const jwtPair = z.object({
  access: z.string(),
  refresh: z.string(),
  token_type: z.literal('Bearer'),
  expires_in: z.int(),
  refresh_expires_in: z.int(),
})

export const jwtCreated = jwtPair.extend({ user: accountView })

export const jwtValid = z.object({})

export type JwtPair = z.infer<typeof jwtPair>
export type JwtCreated = z.infer<typeof jwtCreated>
