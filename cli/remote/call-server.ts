import type * as z from 'zod'
import { plainText } from '@/cli/remote/plain-text'
import { readSignIns } from '@/cli/remote/sign-in-file'
import { serverOrigin } from '@/cli/remote/server-origin'
import type { Contract, Parsed, ResponseOf } from '@/lib/base/contract'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { readProblem } from '@/lib/edge/client/read-problem'

/** How long a server may take to answer. */
const TIMEOUT_MS = 30_000

/** A server, and the token of the person who is signed in to it. */
export interface SignedIn {
  origin: string
  token: string
}

/** The option that names the server. */
export const SERVER_OPTION = { server: 'the address of the server; default: the one you signed in to last' } as const

/** The switch that tells your own tokens from those that the operator of this machine’s database manages. */
export const MINE_FLAG = {
  mine: 'your own tokens; the default with --server, and where this machine has no database of a server',
} as const

/** Returns the sign-in on a server, by default the one that the person signed in to last. */
export function signedIn(server: string | undefined): SignedIn {
  const { last_server, servers } = readSignIns()
  const origin = server === undefined ? last_server : serverOrigin(server)
  if (origin === null) throw new Error('you aren’t signed in to a server; run: npm run latchkey -- login --server …')
  const token = servers[origin]?.token
  if (token === undefined) throw signedOut(origin)
  return { origin, token }
}

interface CallInput<C extends Contract> {
  query?: C['query'] extends z.ZodType ? Readonly<Record<string, string | undefined>> : never
  params?: Parsed<C['params']>
  body?: C['body'] extends z.ZodType ? z.input<C['body']> : never
}

/** Sends a request to a server as the person who is signed in to it. @throws ProblemError if the server rejects it */
export async function callServer<C extends Contract>(
  { origin, token }: SignedIn,
  { method, path, response: schema }: C,
  { query, params, body }: CallInput<C> = {},
): Promise<ResponseOf<C>> {
  const values: Readonly<Record<string, unknown>> = params ?? {}
  const url = new URL(
    path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name]))),
    origin,
  )
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) url.searchParams.set(name, value)
  const response = await fetch(url, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    // The token is for this server only.
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw unreachable(origin, cause)
  })
  if (response.ok) return schema?.parse(await response.json()) as ResponseOf<C>
  const problem = await readProblem(response)
  if (problem.status === 401) throw signedOut(origin, problem.code)
  throw new ProblemError(problem.status, problem.code, plainText(problem.message), problem.errors, problem.extensions)
}

function signedOut(origin: string, code = 'token_missing'): ProblemError {
  return new ProblemError(
    401,
    code,
    `you aren’t signed in to ${origin}; run: npm run latchkey -- login --server ${origin}`,
  )
}

/** Returns the error of a server that sent no answer, with the reason that the network gives. */
export function unreachable(origin: string, cause: unknown): Error {
  return new Error(`${origin} can’t be reached: ${plainText(rootOf(cause))}`, { cause })
}

function rootOf(error: unknown): string {
  const { message, cause, code } = error as { message?: string; cause?: unknown; code?: unknown }
  if (cause instanceof Error) return rootOf(cause)
  // An error for several addresses has a code only.
  return message === undefined || message === '' ? String(code) : message
}
