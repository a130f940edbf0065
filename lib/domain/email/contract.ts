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
  summary: 'Confirm an e-mail address by the link that was mailed to it',
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
  summary: 'Mail the link for confirming an address again; answers alike for every address',
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
  summary: 'Change the e-mail address, once the new one was confirmed',
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
  summary: 'Make the change of an e-mail address by the link that was mailed to the new one',
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
  summary: 'Take a change of the e-mail address back by the link that was mailed to the old one',
  auth: 'public',
  limitsAddress: true,
  body: emailCodeInput,
  status: 200,
  response: currentEmail,
  errors: ['code_invalid', 'email_taken'],
} as const satisfies Contract
