import {
  managedTokensRevoked,
  findTokenInput,
  listManagedTokensQuery,
  managedToken,
  managedTokenPage,
  managedTokenParams,
  previewRevocationInput,
  revocationPreview,
  revokeManagedTokenInput,
  revokeManagedTokensInput,
} from '@/lib/domain/admin/tokens/schema'
import type { Contract } from '@/lib/base/contract'

export const listManagedTokensContract = {
  method: 'GET',
  path: '/api/v1/admin/tokens',
  summary: 'List the tokens of all accounts: newest first, or as q, unused_since, expires_before or status order them',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  query: listManagedTokensQuery,
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

export const revokeManagedTokenContract = {
  method: 'DELETE',
  path: '/api/v1/admin/tokens/{id}',
  summary: 'Revoke a token of any account: it is refused from the next request on',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  params: managedTokenParams,
  notFound: 'token_not_found',
  body: revokeManagedTokenInput,
  revokes: true,
  status: 204,
  errors: ['token_not_found', 'insufficient_scope'],
} as const satisfies Contract

export const revokeManagedTokensContract = {
  method: 'POST',
  path: '/api/v1/admin/tokens/revoke',
  summary: 'Revoke tokens of any account: those named, or up to five hundred that match',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  body: revokeManagedTokensInput,
  revokes: true,
  status: 200,
  response: managedTokensRevoked,
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
