import * as z from 'zod'
import type { Principal } from '@/lib/keys/principal'
import { requireStepUp } from '@/lib/domain/accounts/sign-in/require-step-up'
import { hasCredential, readCredential } from '@/lib/edge/auth/read-credential'
import { requireRights } from '@/lib/edge/auth/require-rights'
import { resolvePrincipal } from '@/lib/edge/auth/resolve-principal'
import { AppError, invalidField, type FieldError } from '@/lib/base/errors/app-error'
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

/** What a use case gets of a request: who asks, and the parsed parts. */
export interface Input<C extends Contract> {
  principal:
    | (C['auth'] extends readonly CredentialKind[] ? Principal<C['auth'][number]> : null)
    | (C extends { credentialOptional: true } ? null : never)
  params: Parsed<C['params']>
  query: Parsed<C['query']>
  body: Parsed<C['body']>
  headers: Headers
  /** The captcha could not be checked: of all who sign in, an administrator alone may be let in. */
  adminsOnly: boolean
}

type Result<C extends Contract> = ResponseOf<C> extends undefined ? void | undefined : ResponseOf<C>
type Handler<C extends Contract> = (input: Input<C>) => Promise<Result<C> | Reply<Result<C>> | StreamReply>

/**
 * The route handler of a contract: finds out who asks, parses what came, calls `handle`, and
 * lets out only what the contract's answer names. Every error is answered in the contract's format.
 * `guard` comes before everything else, for what is not there at all at some times.
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

/** What takes no body or no query rejects every field in one. */
const NO_FIELDS = z.strictObject({})

/**
 * The body, before anything is asked of the database: it may take half a minute to come, and who
 * was let in before may have lost every right by then. Only who brings no key is told so at once.
 */
async function takeBody(contract: Contract, request: Request): Promise<Uint8Array | null> {
  if (isSafeMethod(request.method)) return null
  if (contract.auth !== 'public' && !comesWithout(contract, request)) readCredential(request.headers, contract.basic)
  return readBytes(request)
}

function parseInputBody(contract: Contract, request: Request, bytes: Uint8Array | null, principal: Principal | null) {
  if (bytes === null) return {}
  const headers = Object.fromEntries(request.headers)
  return parseBody(bytes, headers, contract.body ?? NO_FIELDS, mayBeForm(contract, principal))
}

/** Whether a request comes without a credential where it may. */
function comesWithout({ credentialOptional }: Contract, { headers }: Request): boolean {
  return credentialOptional === true && !hasCredential(headers)
}

async function admit(contract: Contract, request: Request): Promise<Principal | null> {
  // What the body holds cannot be forged across sites: the sender must know it.
  if (comesWithout(contract, request)) return null
  if (contract.auth !== 'public') return resolvePrincipal(request, contract.auth, contract.basic)
  // A program has neither header and no cookie to abuse; a browser on another site is refused.
  const isTrusted = isSafeMethod(request.method) || isSameOrigin(request.headers, contract.setsCookie !== true)
  if (!isTrusted) throw crossSiteError(request.headers)
  return null
}

/** Forms can be sent across sites without asking first, so routes that live by the cookie take JSON only. */
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
  // A cursor or a name with U+FFFD in the place of what was meant would find something else.
  if (!areEscapesUtf8(search)) throw invalidField('', 'The query is not UTF-8')
  const parameters = new URLSearchParams(search)
  if (schema === undefined && ignoresUnknownParameters) return {}
  const errors: FieldError[] = []
  const value = coerceForm(schema ?? NO_FIELDS, parameters, errors)
  return parseInput(schema ?? NO_FIELDS, value, errors)
}

const replyKindOf = (result: unknown) => (result as { replyKind?: unknown } | null | undefined)?.replyKind
const isReply = (result: unknown): result is Reply<unknown> => replyKindOf(result) === 'whole'
const isStream = (result: unknown): result is StreamReply => replyKindOf(result) === 'stream'

/** The answer of a contract: its status, and of `result` only what its schema names. */
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

/** What is streamed is written by its use case, row by row. */
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
 * Holds a session to the account that its page shows. A browser has one session cookie for all its
 * tabs: after a sign-in in another tab, a page would otherwise act for an account that it does not show.
 * Programs have no page, so the header is optional and counts only beside the cookie.
 * @throws AppError account_changed
 */
function requireSameAccount(headers: Headers, { kind, userId }: Principal): void {
  const shown = headers.get(ACCOUNT_HEADER)
  if (kind !== 'session' || shown === null || shown === userId) return
  throw new AppError('account_changed', { detail: 'You are now signed in to another account. Reload the page.' })
}
