import * as z from 'zod'
import { contractGroups } from '@/lib/edge/contracts'
import { settings } from '@/lib/base/env'
import { errorCatalogue, type ErrorCode } from '@/lib/base/errors/catalogue'
import type { Contract } from '@/lib/base/contract'
import { errorCodesOf } from '@/lib/edge/openapi/error-codes-of'
import { exampleBodyOf } from '@/lib/edge/openapi/example-body-of'

type JsonObject = Record<string, unknown>

const NOT_PERSONAL = 'Not available to personal tokens.'
const OPTIONAL = 'The token in the body is enough; no other credential is needed.'
const STEP_UP = 'Requires a password confirmed in the last 15 minutes, or password in the body.'

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
    info: {
      title: 'Latchkey',
      version: '1',
      description:
        'Accounts and API tokens, and endpoints that verify them. Times are RFC 3339 in UTC; durations are whole seconds.',
    },
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
          description: 'A device token, a personal token or an access token (JWT). The Token scheme works too.',
        },
        basic: { type: 'http', scheme: 'basic', description: 'The token as the password. The username is ignored.' },
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
      ...(contract.deferredStatus && { [contract.deferredStatus]: { description: 'The outcome is sent by email' } }),
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

const errorCode = z
  .enum(Object.keys(errorCatalogue) as [ErrorCode, ...ErrorCode[]])
  .describe('The stable code of the error. Branch on this.')

const fieldErrors = z
  .array(
    z.object({
      pointer: z.string().describe('Where the input is wrong: a JSON Pointer (RFC 6901); empty for all of it.'),
      detail: z.string().describe('What is wrong, for people.'),
    }),
  )
  .optional()
  .describe('Everything that is wrong with the input.')

/** The error body of OAuth (RFC 6749 section 5.2). */
const oauthErrorSchema = z.toJSONSchema(
  z.object({
    error: z.string().describe('The OAuth error code, such as invalid_client.'),
    error_description: z.string().describe('What went wrong, for people.'),
    code: errorCode,
    errors: fieldErrors,
  }),
)

const problemSchema = z.toJSONSchema(
  z.object({
    type: z.string().describe('A URI that identifies the type of problem.'),
    title: z.string().describe('A short summary of the problem.'),
    status: z.int().describe('The HTTP status code.'),
    detail: z.string().optional().describe('What went wrong this time, for people.'),
    instance: z.string().describe('The path of the request.'),
    code: errorCode,
    errors: fieldErrors,
  }),
)
