import { ProblemError } from '@/lib/edge/client/problem-error'
import { sessionChoices, type SessionChoices } from '@/lib/domain/sessions/schema'

/** What a refused sign-in gives to choose from. Any other error is thrown on. */
export function sessionChoicesOf(error: unknown): SessionChoices {
  const isLimit = error instanceof ProblemError && error.code === 'session_limit_reached'
  const choices = isLimit ? sessionChoices.safeParse(error.extensions).data : undefined
  if (choices === undefined) throw error
  return choices
}
