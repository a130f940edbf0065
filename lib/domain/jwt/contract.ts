import type { Contract } from '@/lib/base/contract'
import { jwtCreated, jwtPair, jwtValid, refreshInput, verifyJwtInput } from '@/lib/domain/jwt/schema'
import { signInInput } from '@/lib/domain/sessions/schema'
import { JWKS_MAX_AGE_SECONDS, jwks } from '@/lib/domain/signing-keys/schema'

export const createJwtContract = {
  method: 'POST',
  path: '/api/v1/auth/jwt/create',
  summary: 'Sign in an API client. Returns a short-lived access token (JWT) and a refresh token',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  captcha: 'login',
  passwordDoor: true,
  body: signInInput,
  status: 200,
  response: jwtCreated,
  errors: ['credentials_invalid', 'session_limit_reached', 'busy'],
} as const satisfies Contract

export const refreshJwtContract = {
  method: 'POST',
  path: '/api/v1/auth/token-refresh',
  summary: 'Renew an access token. The refresh token is replaced too',
  auth: 'public',
  body: refreshInput,
  status: 200,
  response: jwtPair,
  errors: ['refresh_invalid'],
} as const satisfies Contract

export const verifyJwtContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/auth/token-verify',
  summary: 'Check an access token',
  auth: 'public',
  body: verifyJwtInput,
  status: 200,
  response: jwtValid,
  errors: ['token_not_valid'],
} as const satisfies Contract

export const jwksContract = {
  method: 'GET',
  path: '/.well-known/jwks.json',
  summary: 'Get the public keys that verify access tokens',
  auth: 'public',
  maxAgeSeconds: JWKS_MAX_AGE_SECONDS,
  ignoresUnknownParameters: true,
  status: 200,
  response: jwks,
  errors: [],
} as const satisfies Contract
