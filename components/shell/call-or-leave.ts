import { callApi } from '@/lib/http/client'
import { ProblemError } from '@/lib/http/problem-error'
import type { Contract, ResponseOf } from '@/lib/http/contract'

/** Calls an endpoint for a signed-in page. When the session has ended meanwhile, the browser leaves to sign in. @throws ProblemError */
export async function callOrLeave<C extends Contract>(
  contract: C,
  input: Parameters<typeof callApi<C>>[1],
): Promise<ResponseOf<C>> {
  try {
    return await callApi(contract, input)
  } catch (error) {
    if (error instanceof ProblemError && error.status === 401) window.location.assign('/login')
    throw error
  }
}
