import * as z from 'zod'
import { accountView } from '@/lib/domain/accounts/schema'
import { givenKey } from '@/lib/base/schema/text'

/** Longer than any token that this server issues. */
const TOKEN_LENGTH_MAX = 4096

export const refreshInput = z.strictObject({
  refresh: givenKey(TOKEN_LENGTH_MAX).describe('The refresh token.'),
})

export const verifyJwtInput = z.strictObject({
  token: givenKey(TOKEN_LENGTH_MAX).describe('The access token (JWT).'),
})

/** An access token and the refresh token that renews it. Lifetimes are in seconds from now. */
export const jwtPair = z.object({
  access: z.string().describe('The access token (JWT), for Authorization: Bearer.'),
  refresh: z.string().describe('The refresh token that renews it. It replaces the one you sent, if any.'),
  token_type: z.literal('Bearer').describe('The scheme for the access token.'),
  expires_in: z.int().describe('How long the access token is valid, in seconds from now.'),
  refresh_expires_in: z.int().describe('How long the refresh token is valid, in seconds from now.'),
})

export const jwtCreated = jwtPair.extend({ user: accountView.describe('The account that signed in.') })

export const jwtValid = z.object({})

export type JwtPair = z.infer<typeof jwtPair>
export type JwtCreated = z.infer<typeof jwtCreated>
