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
  summary: 'List the tokens, devices and sessions of the account, newest first',
  auth: ['session', 'device'],
  query: listTokensQuery,
  status: 200,
  response: tokenPage,
  errors: [],
} as const satisfies Contract

export const createTokenContract = {
  method: 'POST',
  path: '/api/v1/auth/tokens',
  summary: 'Create a personal token; its key is in the answer and never again',
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
  summary: 'Read one token; a personal token may read itself',
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
  summary: 'Rename a token or device, or change the scopes of a token; wider ones need a recent password',
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
  summary: 'Revoke a token: it is refused from the next request on',
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
  summary: 'Revoke several tokens: those named, or those of a kind unused since an instant',
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
  summary: 'Which of your tokens a key belongs to; looking does not use it',
  auth: ['session', 'device'],
  body: findOwnTokenInput,
  status: 200,
  response: tokenView,
  errors: ['token_not_found'],
} as const satisfies Contract

export const rotateTokenContract = {
  method: 'POST',
  path: '/api/v1/auth/tokens/{id}/rotate',
  summary: 'Give a personal token a new key; the old one may live on for a grace',
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
  summary: 'End the grace of the key that a rotation replaced',
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
  summary: 'Move the end of a personal token',
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
  summary: 'Take back the revocation of a personal token within 24 hours',
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
  summary: 'Who holds this key? For services and for forward-auth',
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
  summary: 'What is this token? For services with a key of the scope introspect (RFC 7662)',
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
  summary: 'Revoke the token of a key: for itself, its owner and administrators (RFC 7009)',
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
