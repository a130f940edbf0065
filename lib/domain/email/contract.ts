import {
  changeEmailInput,
  currentEmail,
  emailCodeInput,
  nothingTold,
  requestVerificationInput,
} from '@/lib/domain/email/schema'
import type { Contract } from '@/lib/base/contract'

export const verifyEmailContract = {
  method: 'POST',
  path: '/api/v1/auth/verify-email',
  summary: 'Confirm an email address with the emailed link',
  auth: 'public',
  limitsAddress: true,
  body: emailCodeInput,
  status: 200,
  response: currentEmail,
  errors: ['code_invalid'],
} as const satisfies Contract

export const requestVerificationContract = {
  method: 'POST',
  path: '/api/v1/auth/resend-email',
  summary: 'Resend the confirmation email. The response never reveals whether the address exists',
  auth: 'public',
  limitsAddress: true,
  body: requestVerificationInput,
  status: 200,
  response: nothingTold,
  errors: [],
} as const satisfies Contract

export const changeEmailContract = {
  method: 'POST',
  path: '/api/v1/auth/email',
  summary: 'Request an email change. It takes effect once the new address is confirmed',
  auth: ['session', 'device'],
  stepUp: true,
  limitsAddress: true,
  body: changeEmailInput,
  status: 202,
  errors: [],
} as const satisfies Contract

export const confirmEmailChangeContract = {
  method: 'POST',
  path: '/api/v1/auth/email/confirm',
  summary: 'Confirm an email change with the link sent to the new address',
  auth: 'public',
  limitsAddress: true,
  body: emailCodeInput,
  status: 200,
  response: currentEmail,
  errors: ['code_invalid', 'email_taken'],
} as const satisfies Contract

export const undoEmailChangeContract = {
  method: 'POST',
  path: '/api/v1/auth/email/undo',
  summary: 'Undo an email change with the link sent to the old address',
  auth: 'public',
  limitsAddress: true,
  body: emailCodeInput,
  status: 200,
  response: currentEmail,
  errors: ['code_invalid', 'email_taken'],
} as const satisfies Contract
