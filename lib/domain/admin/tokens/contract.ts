import {
  anyTokensRevoked,
  findTokenInput,
  listAllTokensQuery,
  managedToken,
  managedTokenPage,
  managedTokenParams,
  previewRevocationInput,
  revocationPreview,
  revokeAnyTokenInput,
  revokeAnyTokensInput,
} from '@/lib/domain/admin/tokens/schema'
import type { Contract } from '@/lib/base/contract'

export const listAllTokensContract = {
  method: 'GET',
  path: '/api/v1/admin/tokens',
  summary: 'List the tokens of all accounts: newest first, or as q, unused_since, expires_before or status order them',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  query: listAllTokensQuery,
  status: 200,
  response: managedTokenPage,
  errors: ['insufficient_scope'],
} as const satisfies Contract

export const findTokenContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/admin/tokens/find',
  summary: 'Find the token of a whole key, live or dead',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  body: findTokenInput,
  status: 200,
  response: managedToken,
  errors: ['token_not_found', 'insufficient_scope'],
} as const satisfies Contract

export const revokeAnyTokenContract = {
  method: 'DELETE',
  path: '/api/v1/admin/tokens/{id}',
  summary: 'Revoke a token of any account: it is refused from the next request on',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  params: managedTokenParams,
  notFound: 'token_not_found',
  body: revokeAnyTokenInput,
  revokes: true,
  status: 204,
  errors: ['token_not_found', 'insufficient_scope'],
} as const satisfies Contract

export const revokeAnyTokensContract = {
  method: 'POST',
  path: '/api/v1/admin/tokens/revoke',
  summary: 'Revoke tokens of any account: those named, or up to five hundred that match',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  body: revokeAnyTokensInput,
  revokes: true,
  status: 200,
  response: anyTokensRevoked,
  errors: ['insufficient_scope'],
} as const satisfies Contract

export const previewRevocationContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/admin/tokens/revoke/preview',
  summary: 'What such a revocation would end: owners and recent callers; ends nothing',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  body: previewRevocationInput,
  status: 200,
  response: revocationPreview,
  errors: ['insufficient_scope'],
} as const satisfies Contract
