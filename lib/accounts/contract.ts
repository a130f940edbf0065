import { accountView, registerInput, setupInput } from '@/lib/accounts/schema'
import type { Contract } from '@/lib/http/contract'

export const setupContract = {
  method: 'POST',
  path: '/api/v1/setup',
  summary: 'Create the first administrator',
  auth: 'public',
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
  body: registerInput,
  status: 201,
  response: accountView,
  errors: ['registration_closed', 'username_taken', 'email_taken', 'busy'],
} as const satisfies Contract

export const getAccountContract = {
  method: 'GET',
  path: '/api/v1/auth/user',
  summary: 'Read the account of the credential',
  auth: ['session', 'device', 'personal'],
  status: 200,
  response: accountView,
  errors: [],
} as const satisfies Contract
