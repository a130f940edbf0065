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
  summary: 'Request a password reset. The response never reveals whether the address exists',
  auth: 'public',
  limitsAddress: true,
  captcha: 'reset',
  passwordDoor: true,
  body: requestResetInput,
  status: 202,
  errors: [],
} as const satisfies Contract

export const checkResetContract = {
  method: 'POST',
  readOnly: true,
  path: '/api/v1/auth/password/reset/check',
  summary: 'Preview what a password reset revokes. The link stays valid',
  auth: 'public',
  limitsAddress: true,
  passwordDoor: true,
  body: checkResetInput,
  status: 200,
  response: resetCheck,
  errors: ['code_invalid'],
} as const satisfies Contract

export const confirmResetContract = {
  method: 'POST',
  path: '/api/v1/auth/password/reset/confirm',
  summary: 'Set a new password with a reset link. All sessions and devices are signed out',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  passwordDoor: true,
  body: confirmResetInput,
  status: 200,
  response: passwordReset,
  errors: ['code_invalid', 'busy'],
} as const satisfies Contract
