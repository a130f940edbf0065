import type * as z from 'zod'
import type { Contract, Parsed, ResponseOf } from '@/lib/base/contract'
import { readProblem } from '@/lib/edge/client/read-problem'
import { send } from '@/lib/edge/client/send'

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
  throw await readProblem(response)
}
