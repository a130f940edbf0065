import { enterNewAccount } from '@/components/forms/registration/enter-new-account'
import { setupCodesMeant } from '@/components/forms/registration/setup-codes-meant'
import { setupContract } from '@/lib/domain/accounts/contract'
import type { SetupInput } from '@/lib/domain/accounts/schema'
import { callApi } from '@/lib/edge/client/client'
import { ProblemError } from '@/lib/edge/client/problem-error'

/**
 * Creates the first administrator with the code that was typed, in each way in which it may be
 * meant, signs in, and says which page comes next. @throws ProblemError
 */
export async function completeSetup(input: SetupInput): Promise<string> {
  const [setup_code, ...others] = setupCodesMeant(input.setup_code)
  try {
    await callApi(setupContract, { body: { ...input, setup_code } })
  } catch (error) {
    const [other] = others
    if (other === undefined || !(error instanceof ProblemError && error.code === 'setup_code_invalid')) throw error
    await callApi(setupContract, { body: { ...input, setup_code: other } })
  }
  return enterNewAccount(input)
}
