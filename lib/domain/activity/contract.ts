import { eventPage, listEventsQuery } from '@/lib/domain/activity/schema'
import type { Contract } from '@/lib/base/contract'

export const listEventsContract = {
  method: 'GET',
  path: '/api/v1/auth/events',
  summary: 'List your account’s activity, newest first',
  auth: ['session', 'device'],
  query: listEventsQuery,
  status: 200,
  response: eventPage,
  errors: [],
} as const satisfies Contract
