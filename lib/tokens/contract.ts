import type { Contract } from '@/lib/http/contract'
import {
  createTokenInput,
  issuedToken,
  listTokensQuery,
  renameTokenInput,
  revokeTokenInput,
  tokenPage,
  tokenParams,
  tokenView,
} from '@/lib/tokens/schema'
import { identity, verifyQuery } from '@/lib/tokens/verify-schema'

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
  body: createTokenInput,
  status: 201,
  response: issuedToken,
  errors: ['name_taken', 'token_limit_reached', 'non_expiring_disabled'],
} as const satisfies Contract

export const getTokenContract = {
  method: 'GET',
  path: '/api/v1/auth/tokens/{id}',
  summary: 'Read one token; a personal token may read itself',
  auth: ['session', 'device', 'personal'],
  params: tokenParams,
  status: 200,
  response: tokenView,
  errors: ['token_not_found'],
} as const satisfies Contract

export const renameTokenContract = {
  method: 'PATCH',
  path: '/api/v1/auth/tokens/{id}',
  summary: 'Rename a token or device',
  auth: ['session', 'device'],
  params: tokenParams,
  body: renameTokenInput,
  status: 200,
  response: tokenView,
  errors: ['token_not_found', 'name_taken'],
} as const satisfies Contract

export const revokeTokenContract = {
  method: 'DELETE',
  path: '/api/v1/auth/tokens/{id}',
  summary: 'Revoke a token: it is refused from the next request on',
  auth: ['session', 'device'],
  params: tokenParams,
  body: revokeTokenInput,
  status: 204,
  errors: ['token_not_found'],
} as const satisfies Contract

export const verifyContract = {
  method: 'ANY',
  path: '/api/v1/auth/verify',
  summary: 'Who holds this key? For services and for forward-auth',
  auth: ['device', 'personal'],
  query: verifyQuery,
  status: 200,
  response: identity,
  errors: ['insufficient_scope', 'kind_not_allowed'],
} as const satisfies Contract
