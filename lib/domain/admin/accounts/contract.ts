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
  summary: 'List the accounts, newest first, or those whose name or address begins with q',
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
  summary: 'Make an account; its owner chooses the password by a link',
  auth: ['session', 'device'],
  role: 'admin',
  stepUp: true,
  body: createAccountInput,
  status: 201,
  response: createdAccount,
  errors: ['username_taken', 'email_taken'],
} as const satisfies Contract

export const getAccountDetailContract = {
  method: 'GET',
  path: '/api/v1/admin/users/{id}',
  summary: 'Read one account, with how many tokens of each kind live',
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
  summary: 'Change an account; is_active and is_admin need a recent password',
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
  summary: 'Mail an account the link for a new password, or get it to hand on where no mail can be sent',
  auth: ['session', 'device'],
  role: 'admin',
  stepUp: true,
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
  summary: 'Revoke every session, device and token of an account',
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
  summary: 'What such a revocation would end, expired tokens included, and recent callers; ends nothing',
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
