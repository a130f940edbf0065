import type { Contract } from '@/lib/base/contract'
import { journeyStarted, nonceIssued, providerParams, startJourneyInput } from '@/lib/domain/providers/schema'

export const startJourneyContract = {
  method: 'POST',
  path: '/api/v1/auth/providers/{id}/start',
  summary: 'Start signing in with a provider. Sets a cookie for this browser',
  auth: ['session'],
  sessionOptional: true,
  setsCookie: true,
  limitsAddress: true,
  params: providerParams,
  notFound: 'provider_not_found',
  body: startJourneyInput,
  status: 200,
  response: journeyStarted,
  errors: [
    'provider_not_found',
    'provider_unavailable',
    'setup_code_invalid',
    'reauthentication_required',
    'password_incorrect',
    'cross_site_request',
  ],
} as const satisfies Contract

export const issueNonceContract = {
  method: 'POST',
  path: '/api/v1/auth/providers/{id}/nonce',
  summary: 'Get a nonce for an app that signs in with an ID token',
  auth: 'public',
  limitsAddress: true,
  params: providerParams,
  notFound: 'provider_not_found',
  status: 200,
  response: nonceIssued,
  errors: ['provider_not_found'],
} as const satisfies Contract
