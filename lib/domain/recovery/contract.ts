import type { Contract } from '@/lib/base/contract'
import {
  checkResetInput,
  confirmResetInput,
  passwordReset,
  requestResetInput,
  resetCheck,
} from '@/lib/domain/recovery/schema'

export const requestResetContract = {
  method: 'POST',
  path: '/api/v1/auth/password/reset',
  summary: 'Mail a link for a new password; answers alike for every address',
  auth: 'public',
  limitsAddress: true,
  captcha: 'reset',
  body: requestResetInput,
  status: 202,
  errors: [],
} as const satisfies Contract

export const checkResetContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/auth/password/reset/check',
  summary: 'What a reset would end; does not use the link up',
  auth: 'public',
  limitsAddress: true,
  body: checkResetInput,
  status: 200,
  response: resetCheck,
  errors: ['code_invalid'],
} as const satisfies Contract

export const confirmResetContract = {
  method: 'POST',
  path: '/api/v1/auth/password/reset/confirm',
  summary: 'Set a new password by a link; everything that was signed in ends',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  body: confirmResetInput,
  status: 200,
  response: passwordReset,
  errors: ['code_invalid', 'busy'],
} as const satisfies Contract
