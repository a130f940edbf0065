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
  summary: 'List the tokens of all accounts, newest first. Some filters set their own order',
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
  summary: 'Look up a complete token, whether or not it still works',
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
  summary: 'Revoke any account’s token. It stops working immediately',
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
  summary: 'Revoke tokens of any account by ID, or up to 500 that match filters',
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
  summary: 'Dry run: what would be revoked, whose it is, and what used it recently',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  body: previewRevocationInput,
  status: 200,
  response: revocationPreview,
  errors: ['insufficient_scope'],
} as const satisfies Contract
