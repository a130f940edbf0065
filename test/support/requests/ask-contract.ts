import { isDeepStrictEqual } from 'node:util'
import { errorCatalogue, type ErrorCode } from '@/lib/base/errors/catalogue'
import type { Contract, HttpMethod } from '@/lib/base/contract'
import { errorCodesOf } from '@/lib/edge/openapi/error-codes-of'
import { call, type Answer } from '@/test/support/requests/api'
import { handlersOf, methodOf, titleOf } from '@/test/support/requests/contract-routes'

/** Everything that can be sent to a route. */
export type AskInput = NonNullable<Parameters<typeof call>[1]>

/**
 * Sends a request to a contract’s route and checks the answer against the contract.
 * @throws if the answer has another status, another shape, or an undeclared error
 */
export async function askContract(
  contract: Contract,
  input: AskInput = {},
  method: HttpMethod = methodOf(contract),
): Promise<Answer> {
  const handlers = await handlersOf(contract.path)
  const answer = await call(handlers[method], { method, ...input })
  const broken = brokenBy(contract, answer, method)
  if (broken.length === 0) return answer
  const asked = JSON.stringify(input)
  throw new Error(`${titleOf(contract)} broke its contract: ${broken.join('; ')}\n${asked}\n${answer.text}`)
}

const check = (isKept: boolean, broken: string) => (isKept ? [] : [broken])

function brokenBy(contract: Contract, answer: Answer, method: HttpMethod): string[] {
  // Over the wire, HEAD has no body to check (RFC 9110 section 9.3.2).
  if (method === 'HEAD' && answer.text === '') return brokenByHeaders(contract, answer)
  return answer.status < 400 ? brokenByAnswer(contract, answer) : brokenByError(contract, answer)
}

function brokenByHeaders({ maxAgeSeconds }: Contract, { headers, status }: Answer): string[] {
  const isKept = maxAgeSeconds !== undefined && status < 400
  const caching = isKept ? `public, max-age=${maxAgeSeconds}` : 'no-store'
  return [
    ...check(headers.get('x-request-id') === 'test', 'no request id'),
    ...check(headers.get('cache-control') === caching, 'may be cached otherwise than it says'),
  ]
}

function brokenByAnswer(contract: Contract, answer: Answer): string[] {
  const { status, response } = contract
  const parsed = response?.safeParse(answer.json)
  return [
    ...check(answer.status === status, `status ${answer.status}, not ${status}`),
    // If the schema strips a field, the answer contained more than the schema names.
    ...check(isDeepStrictEqual(parsed?.data, answer.json), `answer does not fit ${parsed?.error?.message ?? ''}`),
    ...brokenByHeaders(contract, answer),
  ]
}

function brokenByError(contract: Contract, answer: Answer): string[] {
  const { status, json, headers } = answer
  const code = json.code as ErrorCode
  const known = errorCatalogue[code] as (typeof errorCatalogue)[ErrorCode] | undefined
  const { errors = [] } = json
  return [
    ...check(errorCodesOf(contract).includes(code), `${code} is not declared`),
    // In these suites the database is reachable and nothing may fail, so the errors declared for outages count as
    // broken.
    ...check(code !== 'internal' && code !== 'store_unavailable', `${code} in good weather`),
    ...check(known?.status === status, `${code} with status ${status}`),
    ...check(
      (errors as { pointer: unknown }[]).every(({ pointer }) => typeof pointer === 'string'),
      'no pointer',
    ),
    ...check(code !== 'invalid_input' || errors.length > 0, 'invalid input without a pointer'),
    ...check(status !== 401 || headers.has('www-authenticate'), 'no challenge'),
    ...check((status !== 429 && status !== 503) || Number(headers.get('retry-after')) > 0, 'no Retry-After'),
    ...(contract.errorFormat === 'oauth' ? brokenByOauthError(answer) : brokenByProblem(answer)),
    ...brokenByHeaders(contract, answer),
  ]
}

function brokenByProblem({ status, json, headers }: Answer): string[] {
  const { type, title, instance, code } = json
  const needsChallenge = status === 401 || code === 'insufficient_scope'
  return [
    ...check(json.status === status, 'other status in the body'),
    ...check(
      errorCatalogue[code as ErrorCode].title === title && type === `tag:latchkey,2026:${code}`,
      'other title or type',
    ),
    ...check(typeof instance === 'string', 'no instance'),
    ...check(headers.get('content-type') === 'application/problem+json; charset=utf-8', 'other type of content'),
    ...check(headers.has('www-authenticate') === needsChallenge, 'challenge'),
  ]
}

/** Checks an error against RFC 6749 section 5.2, including the characters that it allows in descriptions. */
function brokenByOauthError({ json, headers }: Answer): string[] {
  const { error, error_description: description } = json
  return [
    ...check(/^[a-z_]+$/.test(error), 'no word of OAuth'),
    ...check(/^[\x20\x21\x23-\x5b\x5d-\x7e]+$/.test(description), 'no description that OAuth allows'),
    ...check(headers.get('content-type') === 'application/json; charset=utf-8', 'other type of content'),
  ]
}
