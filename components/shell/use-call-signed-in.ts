'use client'

import type { callOrLeave } from '@/components/shell/call-or-leave'
import { StepUpCancelled } from '@/components/shell/step-up-cancelled'
import { useAskForPassword } from '@/components/shell/step-up-provider'
import { ProblemError } from '@/lib/edge/client/problem-error'
import type { Contract, ResponseOf } from '@/lib/base/contract'

/**
 * Returns the function through which every action of a signed-in page sends its request. When the server requires the
 * password again, the function asks for it and repeats the request. The client code is loaded with the first request,
 * so pages that are only read never load it. The function throws ProblemError, or StepUpCancelled when the person does
 * not give the password.
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
      const { methods } = error.extensions
      if (!(await askForPassword(Array.isArray(methods) ? (methods as string[]) : []))) throw new StepUpCancelled()
    }
    return callOrLeave(contract, input)
  }
}
