import {
  accountDetail,
  accountPage,
  accountParams,
  createAccountInput,
  createdAccount,
  changeAccountInput,
  listAccountsQuery,
  previewAccountRevocationInput,
  revokeAccountTokensInput,
  startedReset,
  startResetInput,
} from '@/lib/domain/admin/accounts/schema'
import { revocationPreview } from '@/lib/domain/admin/tokens/schema'
import type { Contract } from '@/lib/base/contract'
import { tokensRevoked } from '@/lib/domain/tokens/schema'

export const listAccountsContract = {
  method: 'GET',
  path: '/api/v1/admin/users',
  summary: 'List accounts, newest first, or search by username or email address',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  query: listAccountsQuery,
  status: 200,
  response: accountPage,
  errors: ['insufficient_scope'],
} as const satisfies Contract

export const createAccountContract = {
  method: 'POST',
  path: '/api/v1/admin/users',
  summary: 'Create an account. Its owner sets the password with a link',
  auth: ['session', 'device'],
  role: 'admin',
  stepUp: true,
  passwordDoor: true,
  body: createAccountInput,
  status: 201,
  response: createdAccount,
  errors: ['username_taken', 'email_taken'],
} as const satisfies Contract

export const getAccountDetailContract = {
  method: 'GET',
  path: '/api/v1/admin/users/{id}',
  summary: 'Get an account, with its number of active credentials by type',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  params: accountParams,
  notFound: 'account_not_found',
  status: 200,
  response: accountDetail,
  errors: ['account_not_found', 'insufficient_scope'],
} as const satisfies Contract

export const changeAccountContract = {
  method: 'PATCH',
  path: '/api/v1/admin/users/{id}',
  summary: 'Update an account. Changing is_active or is_admin requires a recently confirmed password',
  auth: ['session', 'device'],
  role: 'admin',
  params: accountParams,
  notFound: 'account_not_found',
  body: changeAccountInput,
  revokes: true,
  status: 200,
  response: accountDetail,
  errors: [
    'account_not_found',
    'username_taken',
    'last_admin',
    'reauthentication_required',
    'password_incorrect',
    'busy',
  ],
} as const satisfies Contract

export const startResetContract = {
  method: 'POST',
  path: '/api/v1/admin/users/{id}/password-reset',
  summary: 'Email an account a password reset link. If the server can’t send email, the response has the link',
  auth: ['session', 'device'],
  role: 'admin',
  stepUp: true,
  passwordDoor: true,
  params: accountParams,
  notFound: 'account_not_found',
  body: startResetInput,
  status: 200,
  response: startedReset,
  errors: ['account_not_found', 'account_inactive'],
} as const satisfies Contract

export const revokeAccountTokensContract = {
  method: 'POST',
  path: '/api/v1/admin/users/{id}/revoke-tokens',
  summary: 'Revoke all sessions, devices and tokens of an account',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  params: accountParams,
  notFound: 'account_not_found',
  body: revokeAccountTokensInput,
  revokes: true,
  status: 200,
  response: tokensRevoked,
  errors: ['account_not_found', 'insufficient_scope'],
} as const satisfies Contract

export const previewAccountRevocationContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/admin/users/{id}/revoke-tokens/preview',
  summary: 'Dry run: what would be revoked, including expired tokens, and what used it recently',
  auth: ['session', 'device', 'personal'],
  scope: 'admin',
  role: 'admin',
  params: accountParams,
  notFound: 'account_not_found',
  body: previewAccountRevocationInput,
  status: 200,
  response: revocationPreview,
  errors: ['account_not_found', 'insufficient_scope'],
} as const satisfies Contract
