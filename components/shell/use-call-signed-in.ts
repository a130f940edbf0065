'use client'

import type { callOrLeave } from '@/components/shell/call-or-leave'
import { StepUpCancelled } from '@/components/shell/step-up-cancelled'
import { useAskForPassword } from '@/components/shell/step-up-provider'
import { ProblemError } from '@/lib/edge/client/problem-error'
import type { Contract, ResponseOf } from '@/lib/base/contract'

/**
 * The way in which every action of a signed-in page calls its endpoint. Where the password
 * must be shown again it is asked for, and then the same call goes out once more. What it
 * takes to call is fetched with the first call: a page that is only read needs none of it.
 * The call throws ProblemError, and StepUpCancelled when the password is not given.
 */
export function useCallSignedIn() {
  const askForPassword = useAskForPassword()
  return async <C extends Contract>(
    contract: C,
    input: Parameters<typeof callOrLeave<C>>[1],
  ): Promise<ResponseOf<C>> => {
    const { callOrLeave } = await import('@/components/shell/call-or-leave')
    try {
      return await callOrLeave(contract, input)
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'reauthentication_required')) throw error
    }
    if (!(await askForPassword())) throw new StepUpCancelled()
    return callOrLeave(contract, input)
  }
}
