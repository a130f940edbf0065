import * as z from 'zod'
import { contractGroups } from '@/lib/contracts'
import { settings } from '@/lib/env'
import { errorCatalogue, type ErrorCode } from '@/lib/errors/catalogue'
import type { Contract } from '@/lib/http/contract'
import { errorCodesOf } from '@/lib/openapi/error-codes-of'
import { exampleBodyOf } from '@/lib/openapi/example-body-of'

type JsonObject = Record<string, unknown>

const NOT_PERSONAL = 'Personal tokens may not.'
const STEP_UP = 'Needs a password shown within the last 15 minutes, or password in the body.'

/** The OpenAPI 3.1 description of every contract; generated, so that it says what the code does. */
export function openApiDocument(): JsonObject & { openapi: string } {
  const paths: Record<string, JsonObject> = {}
  for (const { name, contracts } of contractGroups) {
    for (const contract of contracts) {
      const methods = contract.method === 'ANY' ? ['get', 'post'] : [contract.method.toLowerCase()]
      for (const method of methods)
        paths[contract.path] = { ...paths[contract.path], [method]: operation(contract, method, name) }
    }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Latchkey', version: '1', description: 'Accounts, API tokens and their verification.' },
    servers: [{ url: settings().appOrigin }],
    tags: contractGroups.map(({ name }) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: settings().isHttps ? '__Host-latchkey' : 'latchkey' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A device or personal token; the scheme Token works as well',
        },
      },
    },
  }
}

function operation(contract: Contract, method: string, tag: string): JsonObject {
  return {
    operationId: `${method}${contract.path.replaceAll(/[^a-z0-9]+(\w?)/gi, (_, letter: string) => letter.toUpperCase())}`,
    tags: [tag],
    summary: contract.summary,
    ...describe(contract),
    security: contract.auth === 'public' ? [] : securityOf(contract.auth),
    parameters: [...parametersOf(contract.params, 'path'), ...parametersOf(contract.query, 'query')],
    ...(contract.body && { requestBody: { content: { 'application/json': bodyOf(contract.body) } } }),
    responses: {
      [contract.status]: success(contract),
      ...(contract.deferredStatus && { [contract.deferredStatus]: { description: 'The outcome is told by mail' } }),
      ...problems(contract),
    },
  }
}

/** What the rest of the description cannot say. */
function describe({ auth, stepUp }: Contract): { description?: string } {
  const isForPersonal = auth === 'public' || auth.includes('personal') || !auth.includes('device')
  const sentences = [...(isForPersonal ? [] : [NOT_PERSONAL]), ...(stepUp ? [STEP_UP] : [])]
  return sentences.length > 0 ? { description: sentences.join(' ') } : {}
}

function bodyOf(schema: z.ZodObject): JsonObject {
  return { schema: z.toJSONSchema(schema, { io: 'input' }), example: exampleBodyOf(schema) }
}

function securityOf(kinds: readonly string[]): JsonObject[] {
  const programs = kinds.some((kind) => kind !== 'session') ? [{ token: [] }] : []
  return [...(kinds.includes('session') ? [{ session: [] }] : []), ...programs]
}

function parametersOf(schema: z.ZodObject | undefined, place: 'path' | 'query'): JsonObject[] {
  return Object.entries(schema?.shape ?? {}).map(([name, field]) => ({
    name,
    in: place,
    required: place === 'path',
    schema: z.toJSONSchema(field as z.ZodType, { io: 'input' }),
  }))
}

function success(contract: Contract): JsonObject {
  const streams = contract.streams?.map((type) => [type, { schema: { type: 'string' } }] as const) ?? []
  const content = contract.response && {
    'application/json': { schema: z.toJSONSchema(contract.response) },
    ...Object.fromEntries(streams),
  }
  const headers = contract.setsCookie && { 'Set-Cookie': { schema: { type: 'string' } } }
  return { description: contract.summary, ...(headers && { headers }), ...(content && { content }) }
}

function problems(contract: Contract): Record<string, JsonObject> {
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const codes = errorCodesOf(contract)
  const statusOf = (code: ErrorCode) => errorCatalogue[code].status
  const describeStatus = (status: number) => codes.filter((code) => statusOf(code) === status).join(', ')
  const statuses = new Set(codes.map(statusOf))
  return Object.fromEntries([...statuses].map((status) => [status, { description: describeStatus(status), content }]))
}

const problemSchema = z.toJSONSchema(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string(),
    code: z.enum(Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]]),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
  }),
)
