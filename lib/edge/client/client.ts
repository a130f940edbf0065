import * as z from 'zod'
import type { Contract, Parsed, ResponseOf } from '@/lib/base/contract'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { send } from '@/lib/edge/client/send'

const problemDocument = z.looseObject({
  status: z.int(),
  title: z.string(),
  code: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
})

interface CallInput<C extends Contract> {
  params?: Parsed<C['params']>
  body?: C['body'] extends z.ZodType ? z.input<C['body']> : never
}

/** Sends a browser's request to an endpoint of our own origin, with its cookie. @throws ProblemError */
export async function callApi<C extends Contract>(contract: C, input: CallInput<C> = {}): Promise<ResponseOf<C>> {
  const response = await send(contract, input)
  if (response.ok) {
    const hasBody = contract.response !== undefined && response.status !== contract.deferredStatus
    return (hasBody ? contract.response?.parse(await response.json()) : undefined) as ResponseOf<C>
  }
  const problem = problemDocument.safeParse(await response.json().catch(() => null))
  if (!problem.success)
    throw new ProblemError(response.status, 'internal', 'Unexpected response from the server. Try again.')
  const { status, code, title, detail, errors, ...extensions } = problem.data
  throw new ProblemError(status, code, detail ?? title, errors, extensions)
}
