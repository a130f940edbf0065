import * as z from 'zod'
import type { Principal } from '@/lib/keys/principal'
import { requireStepUp } from '@/lib/domain/accounts/sign-in/require-step-up'
import { hasCredential, readCredential } from '@/lib/edge/auth/read-credential'
import { requirePasswords } from '@/lib/domain/authority/usable-password'
import { requireRights } from '@/lib/edge/auth/require-rights'
import { resolvePrincipal } from '@/lib/edge/auth/resolve-principal'
import { AppError, invalidField, isAppError, type FieldError } from '@/lib/base/errors/app-error'
import { checkAll } from '@/lib/base/errors/check-all'
import { coerceForm } from '@/lib/edge/http/coerce-form'
import type { Contract, CredentialKind, Parsed, ResponseOf } from '@/lib/base/contract'
import { crossSiteError } from '@/lib/edge/problems/cross-site-error'
import type { RouteHandler } from '@/lib/edge/http/methods'
import { areEscapesUtf8 } from '@/lib/edge/http/parse-form'
import { parseBody, parseInput, readBytes } from '@/lib/edge/http/read-body'
import { Reply } from '@/lib/edge/http/reply'
import { StreamReply } from '@/lib/edge/http/stream-reply'
import { isSafeMethod, isSameOrigin } from '@/lib/edge/http/same-origin'
import { passCaptcha } from '@/lib/domain/captcha/pass-captcha'
import { serveError } from '@/lib/edge/problems/serve-error'
import { limitAddress } from '@/lib/db/rate-limit/limit-address'
import { requestContext } from '@/lib/base/request-context'
import { ACCOUNT_HEADER } from '@/lib/edge/client/account-header'

/** What a use case receives from a request: the principal and the parsed parts. */
export interface Input<C extends Contract> {
  principal:
    | (C['auth'] extends readonly CredentialKind[] ? Principal<C['auth'][number]> : null)
    | (C extends { credentialOptional: true } | { sessionOptional: true } ? null : never)
  params: Parsed<C['params']>
  query: Parsed<C['query']>
  body: Parsed<C['body']>
  headers: Headers
  /** The captcha could not be checked, so only administrators may sign in. */
  adminsOnly: boolean
}

type Result<C extends Contract> = ResponseOf<C> extends undefined ? void | undefined : ResponseOf<C>
type Handler<C extends Contract> = (input: Input<C>) => Promise<Result<C> | Reply<Result<C>> | StreamReply>

/**
 * Builds the route handler of a contract: it authenticates the request, parses the input, calls `handle`, and sends
 * only what the contract's response names. It answers every error in the contract's format. `guard` runs before
 * everything else, for endpoints that do not exist at all times.
 */
export function serve<C extends Contract>(contract: C, handle: Handler<C>, guard?: () => Promise<void>): RouteHandler {
  return async (request, context) => {
    try {
      requestContext().mayUseReserve = contract.revokes === true
      await guard?.()
      const input = await readInput(contract, request, (await context?.params) ?? {})
      const result = await handle(input)
      return answer(contract, result)
    } catch (error) {
      return serveError(request, error, contract)
    }
  }
}

async function readInput(contract: Contract, request: Request, rawParams: unknown): Promise<Input<Contract>> {
  const bytes = await takeBody(contract, request)
  const admitted = await admit(contract, request)
  if (admitted) requireSameAccount(request.headers, admitted)
  const principal = admitted && requireRights(contract, admitted)
  if (contract.passwordDoor) requirePasswords(principal)
  if (contract.limitsAddress) await limitAddress()
  const [given, query] = checkAll(
    () => parseInputBody(contract, request, bytes, principal),
    () => readQuery(contract, request),
  )
  const { body, adminsOnly } = await passCaptcha(contract, given)
  const params = readParams(contract, rawParams)
  const { password } = body as { password?: string }
  const acting = contract.stepUp && principal ? await requireStepUp(principal, password) : principal
  return {
    principal: acting as Input<Contract>['principal'],
    params: params as Record<never, never>,
    query: query as Record<never, never>,
    body,
    headers: request.headers,
    adminsOnly,
  }
}

/** The schema of a missing body or query: it rejects every field. */
const NO_FIELDS = z.strictObject({})

/**
 * Reads the body before the database is asked anything: it may take half a minute to arrive, and the caller may lose
 * every right meanwhile. Only a missing or malformed key is rejected immediately.
 */
async function takeBody(contract: Contract, request: Request): Promise<Uint8Array | null> {
  if (isSafeMethod(request.method)) return null
  if (requiresCredential(contract, request)) readCredential(request.headers, contract.basic)
  return readBytes(request)
}

function parseInputBody(contract: Contract, request: Request, bytes: Uint8Array | null, principal: Principal | null) {
  if (bytes === null) return {}
  const headers = Object.fromEntries(request.headers)
  const formAllowed = mayBeForm(contract, principal)
  return parseBody(bytes, headers, contract.body ?? NO_FIELDS, formAllowed, contract.emptyIsOmitted)
}

function requiresCredential(contract: Contract, request: Request): boolean {
  return contract.auth !== 'public' && contract.sessionOptional !== true && !comesWithout(contract, request)
}

/** Tells whether a request carries no credential where none is required. */
function comesWithout({ credentialOptional }: Contract, { headers }: Request): boolean {
  return credentialOptional === true && !hasCredential(headers)
}

async function admit(contract: Contract, request: Request): Promise<Principal | null> {
  // Nobody can forge this request across sites: the sender must know the secret in its body.
  if (comesWithout(contract, request)) return null
  if (contract.sessionOptional) return findSessionPrincipal(request)
  if (contract.auth !== 'public') return resolvePrincipal(request, contract.auth, contract.basic)
  // A program sends neither header and has no cookie to abuse. A browser on another site is rejected.
  const isTrusted = isSafeMethod(request.method) || isSameOrigin(request.headers, contract.setsCookie !== true)
  if (!isTrusted) throw crossSiteError(request.headers)
  return null
}

/** Returns the principal of the browser’s session; null if it has none that is valid. */
async function findSessionPrincipal(request: Request): Promise<Principal | null> {
  if (!isSameOrigin(request.headers, false)) throw crossSiteError(request.headers)
  try {
    return await resolvePrincipal(request, ['session'])
  } catch (error) {
    // A person whose session has ended must still be able to sign in.
    if (isAppError(error) && (error.status === 401 || error.code === 'credential_not_allowed')) return null
    throw error
  }
}

/**
 * Tells whether the body may be a form. Browsers send forms across sites without a preflight, so requests that rely on
 * the cookie must be JSON.
 */
function mayBeForm(contract: Contract, principal: Principal | null): boolean {
  return contract.setsCookie !== true && principal?.kind !== 'session'
}

function readParams(contract: Contract, rawParams: unknown): unknown {
  const parsed = contract.params?.safeParse(rawParams)
  if (parsed?.success === false) throw new AppError(contract.notFound ?? 'not_found')
  return parsed?.data ?? {}
}

function readQuery(contract: Contract, request: Request): unknown {
  const { query: schema, ignoresUnknownParameters } = contract
  const { search } = new URL(request.url)
  // A cursor or a name with U+FFFD in it would find something other than what was meant.
  if (!areEscapesUtf8(search)) throw invalidField('', 'The query must be valid UTF-8')
  const parameters = new URLSearchParams(search)
  if (schema === undefined && ignoresUnknownParameters) return {}
  const errors: FieldError[] = []
  const value = coerceForm(schema ?? NO_FIELDS, parameters, errors)
  return parseInput(schema ?? NO_FIELDS, value, errors)
}

const replyKindOf = (result: unknown) => (result as { replyKind?: unknown } | null | undefined)?.replyKind
const isReply = (result: unknown): result is Reply<unknown> => replyKindOf(result) === 'whole'
const isStream = (result: unknown): result is StreamReply => replyKindOf(result) === 'stream'

/** Builds the response of a contract: its status, and only the fields of `result` that its schema names. */
export function answer(contract: Contract, result: unknown): Response {
  if (isStream(result)) return answerStream(contract, result)
  const reply = isReply(result) ? result : new Reply(result, {})
  const context = requestContext()
  if (contract.maxAgeSeconds !== undefined) context.cacheControl = `public, max-age=${contract.maxAgeSeconds}`
  const headers = new Headers({
    'cache-control': context.cacheControl ?? 'no-store',
    'x-request-id': context.requestId,
    ...reply.headers,
  })
  for (const cookie of reply.cookies) headers.append('set-cookie', cookie)
  if (contract.deferredStatus !== undefined && reply.body === undefined) {
    return new Response(null, { status: contract.deferredStatus, headers })
  }
  if (contract.response === undefined) return new Response(null, { status: contract.status, headers })
  headers.set('content-type', 'application/json; charset=utf-8')
  return new Response(JSON.stringify(contract.response.parse(reply.body)), { status: contract.status, headers })
}

/** Builds a streamed response. Its use case writes it row by row, so no schema filters it. */
function answerStream({ status }: Contract, stream: StreamReply): Response {
  const headers = {
    'cache-control': 'no-store',
    'x-request-id': requestContext().requestId,
    vary: 'accept',
    'content-type': `${stream.contentType}; charset=utf-8`,
    ...stream.headers,
  }
  return new Response(stream.body() as BodyInit, { status, headers })
}

/**
 * Rejects a session that does not belong to the account that its page shows. A browser has one session cookie for all
 * its tabs: after a sign-in in another tab, a page would otherwise act for an account that it does not show. Programs
 * have no page, so the header is optional and counts only with the cookie.
 * @throws AppError account_changed
 */
function requireSameAccount(headers: Headers, { kind, userId }: Principal): void {
  const shown = headers.get(ACCOUNT_HEADER)
  if (kind !== 'session' || shown === null || shown === userId) return
  throw new AppError('account_changed', { detail: 'You’re now signed in to a different account. Reload the page.' })
}
