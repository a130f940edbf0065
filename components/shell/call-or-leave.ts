import { leaveOtherAccount, leaveSignedOut } from '@/components/shell/leave-page'
import { shellTexts } from '@/components/shell/texts'
import { callApi } from '@/lib/edge/client/client'
import { ProblemError } from '@/lib/edge/client/problem-error'
import type { Contract, ResponseOf } from '@/lib/base/contract'

/**
 * Sends a request from a signed-in page. When the session is over, the browser leaves for the sign-in page. When it now
 * belongs to another account, the page reloads for that account.
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
    throw new ProblemError(error.status, error.code, shellTexts.signedOut)
  }
}
