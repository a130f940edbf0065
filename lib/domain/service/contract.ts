import * as z from 'zod'
import type { Contract } from '@/lib/base/contract'

export const liveContract = {
  method: 'GET',
  path: '/api/health/live',
  summary: 'The process runs; touches nothing',
  auth: 'public',
  ignoresUnknownParameters: true,
  status: 200,
  response: z.object({ status: z.literal('live') }),
  errors: [],
} as const satisfies Contract

export const readyContract = {
  method: 'GET',
  path: '/api/health/ready',
  summary: 'The process can serve: the database answers and has the right schema',
  auth: 'public',
  ignoresUnknownParameters: true,
  status: 200,
  response: z.object({
    status: z.literal('ready'),
    /** The database's clock minus the server's, in milliseconds. */
    clock_skew_ms: z.int(),
  }),
  errors: ['not_ready'],
} as const satisfies Contract

export const openApiContract = {
  method: 'GET',
  path: '/api/v1/openapi.json',
  summary: 'This document',
  auth: 'public',
  status: 200,
  response: z.looseObject({ openapi: z.string() }),
  errors: [],
} as const satisfies Contract
