import * as z from 'zod'
import { contractGroups } from '@/lib/edge/contracts'
import { settings } from '@/lib/base/env'
import { errorCatalogue, type ErrorCode } from '@/lib/base/errors/catalogue'
import type { Contract } from '@/lib/base/contract'
import { errorCodesOf } from '@/lib/edge/openapi/error-codes-of'
import { exampleBodyOf } from '@/lib/edge/openapi/example-body-of'

type JsonObject = Record<string, unknown>

const NOT_PERSONAL = 'Personal tokens may not.'
const OPTIONAL = 'No other credential is needed: the key in the body speaks for itself.'
const STEP_UP = 'Needs a password shown within the last 15 minutes, or password in the body.'

/** Builds the OpenAPI 3.1 description of every contract. It is generated, so that it says what the code does. */
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
      schemas: { Problem: problemSchema, OAuthError: oauthErrorSchema },
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: settings().isHttps ? '__Host-latchkey' : 'latchkey' },
        token: {
          type: 'http',
          scheme: 'bearer',
          description: 'A device or personal token; the scheme Token works as well',
        },
        basic: { type: 'http', scheme: 'basic', description: 'The key as the password; any user name' },
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
    security: securityOf(contract),
    parameters: [...parametersOf(contract.params, 'path'), ...parametersOf(contract.query, 'query')],
    ...(contract.body && { requestBody: { content: { 'application/json': bodyOf(contract.body) } } }),
    responses: {
      [contract.status]: success(contract),
      ...(contract.deferredStatus && { [contract.deferredStatus]: { description: 'The outcome is told by mail' } }),
      ...errorsOf(contract),
    },
  }
}

/** Describes what the other parts of the description cannot express. */
function describe({ auth, stepUp, credentialOptional }: Contract): { description?: string } {
  const isForPersonal = auth === 'public' || auth.includes('personal') || !auth.includes('device')
  const sentences = [
    ...(isForPersonal ? [] : [NOT_PERSONAL]),
    ...(stepUp ? [STEP_UP] : []),
    ...(credentialOptional ? [OPTIONAL] : []),
  ]
  return sentences.length > 0 ? { description: sentences.join(' ') } : {}
}

function bodyOf(schema: z.ZodObject): JsonObject {
  return { schema: z.toJSONSchema(schema, { io: 'input' }), example: exampleBodyOf(schema) }
}

/** Lists the accepted credentials, of which one is enough. The empty entry means that no credential is needed. */
function securityOf({ auth, basic, credentialOptional }: Contract): JsonObject[] {
  if (auth === 'public') return []
  return [
    ...(auth.includes('session') ? [{ session: [] }] : []),
    ...(auth.some((kind) => kind !== 'session') ? [{ token: [] }] : []),
    ...(basic ? [{ basic: [] }] : []),
    ...(credentialOptional ? [{}] : []),
  ]
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

function errorsOf(contract: Contract): Record<string, JsonObject> {
  const content =
    contract.errorFormat === 'oauth'
      ? { 'application/json': { schema: { $ref: '#/components/schemas/OAuthError' } } }
      : { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } }
  const codes = errorCodesOf(contract)
  const statusOf = (code: ErrorCode) => errorCatalogue[code].status
  const describeStatus = (status: number) => codes.filter((code) => statusOf(code) === status).join(', ')
  const statuses = new Set(codes.map(statusOf))
  return Object.fromEntries([...statuses].map((status) => [status, { description: describeStatus(status), content }]))
}

const errorCode = z.enum(Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]])

const fieldErrors = z.array(z.object({ pointer: z.string(), detail: z.string() })).optional()

/** The error body of OAuth (RFC 6749 section 5.2). */
const oauthErrorSchema = z.toJSONSchema(
  z.object({ error: z.string(), error_description: z.string(), code: errorCode, errors: fieldErrors }),
)

const problemSchema = z.toJSONSchema(
  z.object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    instance: z.string(),
    code: errorCode,
    errors: fieldErrors,
  }),
)
