import type { Contract } from '@/lib/base/contract'
import {
  createTokenInput,
  extendTokenInput,
  findOwnTokenInput,
  issuedToken,
  listTokensQuery,
  revokeTokenInput,
  revokeTokensInput,
  rotateTokenInput,
  tokenPage,
  tokenParams,
  tokensRevoked,
  tokenView,
  undoRevocationInput,
  updateTokenInput,
} from '@/lib/domain/tokens/schema'
import { introspectInput, introspection } from '@/lib/keys/introspect-schema'
import { identity, verifyQuery } from '@/lib/keys/verify-schema'

export const listTokensContract = {
  method: 'GET',
  path: '/api/v1/auth/tokens',
  summary: 'List your tokens, devices and sessions, newest first',
  auth: ['session', 'device'],
  query: listTokensQuery,
  status: 200,
  response: tokenPage,
  errors: [],
} as const satisfies Contract

export const createTokenContract = {
  method: 'POST',
  path: '/api/v1/auth/tokens',
  summary: 'Create a personal token. The secret is returned once',
  auth: ['session', 'device'],
  stepUp: true,
  body: createTokenInput,
  status: 201,
  response: issuedToken,
  errors: ['name_taken', 'token_limit_reached', 'non_expiring_disabled'],
} as const satisfies Contract

export const getTokenContract = {
  method: 'GET',
  path: '/api/v1/auth/tokens/{id}',
  summary: 'Get a token. A personal token can get only itself',
  auth: ['session', 'device', 'personal', 'access'],
  params: tokenParams,
  notFound: 'token_not_found',
  status: 200,
  response: tokenView,
  errors: ['token_not_found'],
} as const satisfies Contract

export const updateTokenContract = {
  method: 'PATCH',
  path: '/api/v1/auth/tokens/{id}',
  summary: 'Rename a token or device, or change a token’s scopes. Adding scopes requires a recently confirmed password',
  auth: ['session', 'device'],
  params: tokenParams,
  notFound: 'token_not_found',
  body: updateTokenInput,
  status: 200,
  response: tokenView,
  errors: ['token_not_found', 'name_taken', 'reauthentication_required', 'password_incorrect', 'busy'],
} as const satisfies Contract

export const revokeTokenContract = {
  method: 'DELETE',
  path: '/api/v1/auth/tokens/{id}',
  summary: 'Revoke a token. It stops working immediately',
  auth: ['session', 'device'],
  params: tokenParams,
  notFound: 'token_not_found',
  body: revokeTokenInput,
  revokes: true,
  status: 204,
  errors: ['token_not_found'],
} as const satisfies Contract

export const revokeTokensContract = {
  method: 'POST',
  path: '/api/v1/auth/tokens/revoke',
  summary: 'Revoke tokens by ID, or all of a type unused since a time',
  auth: ['session', 'device'],
  body: revokeTokensInput,
  revokes: true,
  status: 200,
  response: tokensRevoked,
  errors: [],
} as const satisfies Contract

export const findOwnTokenContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/auth/tokens/find',
  summary: 'Find your token by its secret. This doesn’t count as use',
  auth: ['session', 'device'],
  body: findOwnTokenInput,
  status: 200,
  response: tokenView,
  errors: ['token_not_found'],
} as const satisfies Contract

export const rotateTokenContract = {
  method: 'POST',
  path: '/api/v1/auth/tokens/{id}/rotate',
  summary: 'Rotate a token, with an optional grace period for the old secret',
  auth: ['session', 'device'],
  stepUp: true,
  params: tokenParams,
  notFound: 'token_not_found',
  body: rotateTokenInput,
  status: 200,
  response: issuedToken,
  errors: ['token_not_found'],
} as const satisfies Contract

export const endTokenGraceContract = {
  method: 'POST',
  path: '/api/v1/auth/tokens/{id}/end-grace',
  summary: 'End the grace period of a rotated secret',
  auth: ['session', 'device'],
  params: tokenParams,
  notFound: 'token_not_found',
  revokes: true,
  status: 204,
  errors: ['token_not_found'],
} as const satisfies Contract

export const extendTokenContract = {
  method: 'POST',
  path: '/api/v1/auth/tokens/{id}/extend',
  summary: 'Change a token’s expiry',
  auth: ['session', 'device'],
  stepUp: true,
  params: tokenParams,
  notFound: 'token_not_found',
  body: extendTokenInput,
  status: 200,
  response: tokenView,
  errors: ['token_not_found', 'token_limit_reached'],
} as const satisfies Contract

export const undoRevocationContract = {
  method: 'POST',
  path: '/api/v1/auth/tokens/{id}/undo',
  summary: 'Undo a revocation (within 24 hours)',
  auth: ['session', 'device'],
  stepUp: true,
  params: tokenParams,
  notFound: 'token_not_found',
  body: undoRevocationInput,
  status: 200,
  response: tokenView,
  errors: ['token_not_found', 'undo_not_possible', 'name_taken', 'token_limit_reached'],
} as const satisfies Contract

export const verifyContract = {
  method: 'ANY',
  readOnly: true,
  path: '/api/v1/auth/verify',
  summary: 'Verify a token. For services and forward-auth proxies',
  auth: ['device', 'personal', 'access'],
  headerOnly: true,
  query: verifyQuery,
  status: 200,
  response: identity,
  errors: ['insufficient_scope', 'kind_not_allowed', 'parameter_unknown'],
} as const satisfies Contract

export const introspectContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/auth/introspect',
  summary: 'Introspect a token (RFC 7662). Requires the introspect scope',
  auth: ['personal'],
  headerOnly: true,
  basic: true,
  errorFormat: 'oauth',
  scope: 'introspect',
  body: introspectInput,
  ignoresUnknownParameters: true,
  status: 200,
  response: introspection,
  errors: ['insufficient_scope'],
} as const satisfies Contract

export const revokeKeyContract = {
  method: 'POST',
  path: '/api/v1/auth/revoke',
  summary: 'Revoke a token by its secret (RFC 7009). For its holder, its owner and administrators',
  auth: ['session', 'device', 'personal', 'access'],
  basic: true,
  credentialOptional: true,
  errorFormat: 'oauth',
  body: introspectInput,
  ignoresUnknownParameters: true,
  revokes: true,
  status: 200,
  errors: ['unsupported_token_type'],
} as const satisfies Contract
