import { setupCodesMeant } from '@/components/forms/registration/setup-codes-meant'
import { registerContract, setupContract } from '@/lib/domain/accounts/contract'
import type { RegisterInput, SetupInput } from '@/lib/domain/accounts/schema'
import { callApi } from '@/lib/edge/client/client'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { startSessionContract } from '@/lib/domain/sessions/contract'

/**
 * Creates an account, signs in and returns the next page; null when an email says how to continue.
 * @throws ProblemError
 */
export async function registerAccount(input: RegisterInput): Promise<string | null> {
  const account = await callApi(registerContract, { body: input })
  return account === undefined ? null : enterNewAccount(input)
}

/**
 * Creates the first administrator and signs in, trying each code that the input may mean. Returns the next page.
 * @throws ProblemError
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

/**
 * Signs the browser in to an account that was just created, and returns the next page. When signing in fails, the
 * account still exists, so the next page is the login page, which says so.
 */
async function enterNewAccount(credentials: { username: string; password: string }): Promise<string> {
  const { username, password } = credentials
  try {
    const { user } = await callApi(startSessionContract, { body: { username, password } })
    return user.is_admin ? '/admin' : '/settings/tokens'
  } catch (error) {
    if (error instanceof ProblemError) return '/login?created=1'
    throw error
  }
}
