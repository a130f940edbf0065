import { enterNewAccount } from '@/components/forms/registration/enter-new-account'
import { registerContract } from '@/lib/domain/accounts/contract'
import type { RegisterInput } from '@/lib/domain/accounts/schema'
import { callApi } from '@/lib/edge/client/client'

/** Creates an account, signs in, and says which page comes next; null where a mail says how to go on. @throws ProblemError */
export async function registerAccount(input: RegisterInput): Promise<string | null> {
  const account = await callApi(registerContract, { body: input })
  return account === undefined ? null : enterNewAccount(input)
}
