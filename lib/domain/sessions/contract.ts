import { passwordInput } from '@/lib/domain/accounts/schema'
import type { Contract } from '@/lib/base/contract'
import {
  idToken,
  namedIdToken,
  nonExpiringTokenInput,
  reauthenticated,
  sessionStarted,
  signedIn,
  signInInput,
  signOutEverywhereInput,
} from '@/lib/domain/sessions/schema'
import { tokensRevoked } from '@/lib/domain/tokens/schema'

export const loginContract = {
  method: 'POST',
  path: '/api/v1/auth/login',
  summary: 'Sign in an app and get a device token',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  captcha: 'login',
  passwordDoor: true,
  body: signInInput,
  status: 200,
  response: signedIn,
  errors: ['credentials_invalid', 'session_limit_reached', 'busy'],
} as const satisfies Contract

export const idTokenContract = {
  method: 'POST',
  path: '/api/v1/auth/token',
  summary: 'Sign in an app and get a device token, returned as id_token',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  captcha: 'login',
  passwordDoor: true,
  body: signInInput,
  status: 200,
  response: idToken,
  errors: ['credentials_invalid', 'session_limit_reached', 'busy'],
} as const satisfies Contract

export const nonExpiringTokenContract = {
  method: 'POST',
  path: '/api/v1/auth/non-expiring-token',
  summary: 'Create a non-expiring token with a password',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  captcha: 'login',
  passwordDoor: true,
  body: nonExpiringTokenInput,
  status: 200,
  response: namedIdToken,
  errors: ['credentials_invalid', 'non_expiring_disabled', 'name_taken', 'token_limit_reached', 'busy'],
} as const satisfies Contract

export const startSessionContract = {
  method: 'POST',
  path: '/api/v1/auth/session',
  summary: 'Sign in a browser. Sets the session cookie',
  auth: 'public',
  hashesPassword: true,
  limitsAddress: true,
  setsCookie: true,
  captcha: 'login',
  passwordDoor: true,
  body: signInInput,
  status: 200,
  response: sessionStarted,
  errors: ['credentials_invalid', 'cross_site_request', 'session_limit_reached', 'busy'],
} as const satisfies Contract

export const endSessionContract = {
  method: 'DELETE',
  path: '/api/v1/auth/session',
  summary: 'Sign out a browser. Revokes the session and clears its cookie',
  auth: ['session'],
  revokes: true,
  status: 204,
  errors: [],
} as const satisfies Contract

export const logoutContract = {
  method: 'POST',
  path: '/api/v1/auth/logout',
  summary: 'Revoke the credential used for this request',
  auth: ['session', 'device', 'personal', 'access'],
  revokes: true,
  status: 204,
  errors: [],
} as const satisfies Contract

export const logoutAllContract = {
  method: 'POST',
  path: '/api/v1/auth/logout-all',
  summary: 'Sign out everywhere. Personal tokens keep working',
  auth: ['session', 'device'],
  body: signOutEverywhereInput,
  revokes: true,
  status: 200,
  response: tokensRevoked,
  errors: [],
} as const satisfies Contract

export const reauthenticateContract = {
  method: 'POST',
  path: '/api/v1/auth/reauthenticate',
  summary: 'Re-authenticate with your password. Replaces a browser’s session cookie',
  auth: ['session', 'device'],
  limitsAddress: true,
  passwordDoor: true,
  body: passwordInput,
  status: 200,
  response: reauthenticated,
  errors: ['password_incorrect', 'busy'],
} as const satisfies Contract
