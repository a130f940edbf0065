import * as z from 'zod'
import type { Contract } from '@/lib/base/contract'

export const liveContract = {
  method: 'GET',
  path: '/api/health/live',
  summary: 'Liveness: whether the process is running',
  auth: 'public',
  ignoresUnknownParameters: true,
  status: 200,
  response: z.object({ status: z.literal('live').describe('The process is running.') }),
  errors: [],
} as const satisfies Contract

export const readyContract = {
  method: 'GET',
  path: '/api/health/ready',
  summary: 'Readiness: whether the process can serve, with a writable database of the right schema',
  auth: 'public',
  ignoresUnknownParameters: true,
  status: 200,
  response: z.object({
    status: z.literal('ready').describe('The process can serve requests.'),
    clock_skew_ms: z.int().describe('The database’s clock minus the server’s, in milliseconds. Always 0 on SQLite.'),
  }),
  errors: ['not_ready'],
} as const satisfies Contract

export const openApiContract = {
  method: 'GET',
  path: '/api/v1/openapi.json',
  summary: 'Get this API’s OpenAPI document',
  auth: 'public',
  status: 200,
  response: z.looseObject({ openapi: z.string().describe('The version of OpenAPI.') }),
  errors: [],
} as const satisfies Contract
