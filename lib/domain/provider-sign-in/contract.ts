import type { Contract } from '@/lib/base/contract'
import { continueInput, finished, finishInput, providerLoginInput } from '@/lib/domain/provider-sign-in/schema'
import { providerParams } from '@/lib/domain/providers/schema'
import { sessionStarted, signedIn } from '@/lib/domain/sessions/schema'

/** Every way in which a proven identity may still not sign in. */
const OUTCOMES = [
  'credentials_invalid',
  'session_limit_reached',
  'account_needed',
  'link_required',
  'registration_closed',
  'provider_not_found',
] as const

/** What can go wrong between this server and the provider. */
const AT_PROVIDER = ['provider_failed', 'provider_unavailable', 'provider_not_allowed'] as const

/** What can go wrong with the answer to a ticket. */
const ANSWERS = [
  'ticket_invalid',
  'password_incorrect',
  'password_sign_in_disabled',
  'code_invalid',
  'username_taken',
  'email_taken',
  'busy',
] as const

export const finishJourneyContract = {
  method: 'POST',
  path: '/api/v1/auth/providers/{id}/finish',
  summary: 'Finish a visit to a provider. The callback page sends what the provider put into its address',
  auth: ['session'],
  sessionOptional: true,
  setsCookie: true,
  limitsAddress: true,
  params: providerParams,
  notFound: 'provider_not_found',
  body: finishInput,
  status: 200,
  response: finished,
  errors: [...OUTCOMES, ...AT_PROVIDER, 'provider_denied', 'identity_taken', 'code_invalid', 'cross_site_request'],
} as const satisfies Contract

export const providerLoginContract = {
  method: 'POST',
  path: '/api/v1/auth/providers/{id}/login',
  summary: 'Sign in an app with an ID token, or with a code and PKCE. Access tokens are never accepted',
  auth: 'public',
  limitsAddress: true,
  params: providerParams,
  notFound: 'provider_not_found',
  body: providerLoginInput,
  status: 200,
  response: signedIn,
  errors: [...OUTCOMES, ...AT_PROVIDER],
} as const satisfies Contract

export const continueSessionContract = {
  method: 'POST',
  path: '/api/v1/auth/session/continue',
  summary: 'Continue a browser’s sign-in with a ticket. Sets the session cookie',
  auth: 'public',
  limitsAddress: true,
  setsCookie: true,
  body: continueInput,
  status: 200,
  deferredStatus: 202,
  response: sessionStarted,
  errors: [...OUTCOMES, ...ANSWERS, 'cross_site_request'],
} as const satisfies Contract

export const continueLoginContract = {
  method: 'POST',
  path: '/api/v1/auth/login/continue',
  summary: 'Continue an app’s sign-in with a ticket',
  auth: 'public',
  limitsAddress: true,
  body: continueInput,
  status: 200,
  deferredStatus: 202,
  response: signedIn,
  errors: [...OUTCOMES, ...ANSWERS],
} as const satisfies Contract
