import type { Contract } from '@/lib/base/contract'
import { identityList, identityParams, unlinkInput } from '@/lib/domain/identities/schema'

export const listIdentitiesContract = {
  method: 'GET',
  path: '/api/v1/auth/identities',
  summary: 'List the providers that you can sign in with',
  auth: ['session', 'device'],
  status: 200,
  response: identityList,
  errors: [],
} as const satisfies Contract

export const unlinkIdentityContract = {
  method: 'DELETE',
  path: '/api/v1/auth/identities/{id}',
  summary: 'Remove a provider from your account. Revokes the sessions and apps that it signed in',
  auth: ['session', 'device'],
  stepUp: true,
  limitsAddress: true,
  revokes: true,
  params: identityParams,
  notFound: 'identity_not_found',
  body: unlinkInput,
  status: 204,
  errors: ['identity_not_found', 'last_way_in', 'reauthentication_required', 'password_incorrect'],
} as const satisfies Contract
