import {
  accountView,
  changePasswordInput,
  configView,
  deleteAccountInput,
  ownAccountView,
  passwordChanged,
  registerInput,
  removePasswordInput,
  setPasswordInput,
  setupInput,
  updateAccountInput,
} from '@/lib/domain/accounts/schema'
import type { Contract } from '@/lib/base/contract'

export const setupContract = {
  method: 'POST',
  path: '/api/v1/setup',
  summary: 'Create the first administrator',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  passwordDoor: true,
  body: setupInput,
  status: 201,
  response: accountView,
  errors: ['not_found', 'setup_code_invalid', 'username_taken', 'email_taken', 'busy'],
} as const satisfies Contract

export const registerContract = {
  method: 'POST',
  path: '/api/v1/auth/register',
  summary: 'Create an account',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  captcha: 'register',
  passwordDoor: true,
  body: registerInput,
  status: 201,
  deferredStatus: 202,
  response: accountView,
  errors: ['registration_closed', 'code_invalid', 'username_taken', 'email_taken', 'busy'],
} as const satisfies Contract

export const getAccountContract = {
  method: 'GET',
  path: '/api/v1/auth/user',
  summary: 'Get the current account',
  auth: ['session', 'device', 'personal', 'access'],
  status: 200,
  response: ownAccountView,
  errors: [],
} as const satisfies Contract

export const updateAccountContract = {
  method: 'PATCH',
  path: '/api/v1/auth/user',
  summary: 'Update your name or username. A new username requires a recently confirmed password',
  auth: ['session', 'device'],
  body: updateAccountInput,
  status: 200,
  response: ownAccountView,
  errors: ['reauthentication_required', 'password_incorrect', 'username_taken', 'busy'],
} as const satisfies Contract

export const deleteAccountContract = {
  method: 'DELETE',
  path: '/api/v1/auth/user',
  summary: 'Delete your account, and revoke all its tokens',
  auth: ['session', 'device'],
  limitsAddress: true,
  body: deleteAccountInput,
  status: 204,
  errors: ['password_incorrect', 'reauthentication_required', 'last_admin', 'busy'],
} as const satisfies Contract

export const changePasswordContract = {
  method: 'POST',
  path: '/api/v1/auth/password/change',
  summary: 'Change your password. All other sessions and devices are signed out',
  auth: ['session', 'device'],
  limitsAddress: true,
  passwordDoor: true,
  body: changePasswordInput,
  status: 200,
  response: passwordChanged,
  errors: ['password_incorrect', 'busy'],
} as const satisfies Contract

export const setPasswordContract = {
  method: 'POST',
  path: '/api/v1/auth/password',
  summary: 'Set the first password of an account that has none. Nothing is signed out',
  auth: ['session', 'device'],
  stepUp: true,
  limitsAddress: true,
  passwordDoor: true,
  body: setPasswordInput,
  status: 200,
  response: ownAccountView,
  errors: ['password_exists', 'busy'],
} as const satisfies Contract

export const removePasswordContract = {
  method: 'DELETE',
  path: '/api/v1/auth/password',
  summary: 'Remove your password if you can sign in without it. Nothing is signed out',
  auth: ['session', 'device'],
  stepUp: true,
  limitsAddress: true,
  body: removePasswordInput,
  status: 204,
  errors: ['last_way_in'],
} as const satisfies Contract

export const configContract = {
  method: 'GET',
  path: '/api/v1/auth/config',
  summary: 'Get the public configuration',
  auth: 'public',
  status: 200,
  response: configView,
  errors: [],
} as const satisfies Contract
