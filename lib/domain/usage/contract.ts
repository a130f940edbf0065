import type { Contract } from '@/lib/base/contract'
import { tokenParams } from '@/lib/domain/tokens/schema'
import { firstUse, tokenUsage, tokenUsageQuery } from '@/lib/domain/usage/schema'

export const getTokenUsageContract = {
  method: 'GET',
  path: '/api/v1/auth/tokens/{id}/usage',
  summary: 'How often a token was used, hour by hour, and from which addresses last',
  auth: ['session', 'device'],
  params: tokenParams,
  notFound: 'token_not_found',
  query: tokenUsageQuery,
  status: 200,
  response: tokenUsage,
  errors: ['token_not_found'],
} as const satisfies Contract

export const getFirstUseContract = {
  method: 'GET',
  path: '/api/v1/auth/tokens/{id}/first-use',
  summary: 'Whether a personal token was used since it was created or rotated. Up to date to the second',
  auth: ['session', 'device'],
  params: tokenParams,
  notFound: 'token_not_found',
  status: 200,
  response: firstUse,
  errors: ['token_not_found'],
} as const satisfies Contract
