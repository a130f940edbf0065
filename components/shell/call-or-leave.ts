import { leaveOtherAccount, leaveSignedOut } from '@/components/shell/leave-page'
import { callApi } from '@/lib/edge/client/client'
import { ProblemError } from '@/lib/edge/client/problem-error'
import type { Contract, ResponseOf } from '@/lib/base/contract'

/**
 * Calls an endpoint for a signed-in page. When the session has ended meanwhile the browser leaves to sign in;
 * when it belongs to another account by now, the page is loaded again for that one.
 * @throws ProblemError
 */
export async function callOrLeave<C extends Contract>(
  contract: C,
  input: Parameters<typeof callApi<C>>[1],
): Promise<ResponseOf<C>> {
  try {
    return await callApi(contract, input)
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    if (error.code === 'account_changed') leaveOtherAccount()
    if (error.status !== 401) throw error
    leaveSignedOut()
    throw new ProblemError(error.status, error.code, 'You were signed out. Sign in again to continue.')
  }
}
