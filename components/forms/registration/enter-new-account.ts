import { callApi } from '@/lib/edge/client/client'
import { ProblemError } from '@/lib/edge/client/problem-error'
import { startSessionContract } from '@/lib/domain/sessions/contract'

/**
 * Signs the browser in to an account just made, and says which page comes next. The account
 * stands even when signing in is refused; then it is the login page, which knows of it.
 */
export async function enterNewAccount(credentials: { username: string; password: string }): Promise<string> {
  const { username, password } = credentials
  try {
    const { user } = await callApi(startSessionContract, { body: { username, password } })
    return user.is_admin ? '/admin' : '/settings/tokens'
  } catch (error) {
    if (error instanceof ProblemError) return '/login?created=1'
    throw error
  }
}
