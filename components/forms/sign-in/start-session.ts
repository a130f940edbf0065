import type * as z from 'zod'
import { callApi } from '@/lib/edge/client/client'
import { startSessionContract } from '@/lib/domain/sessions/contract'
import { sessionChoices, type SessionChoices, type signInInput } from '@/lib/domain/sessions/schema'
import { ProblemError } from '@/lib/edge/client/problem-error'

/**
 * Signs the browser in. Returns the next page, or the sessions that can be signed out to make room.
 * @throws ProblemError
 */
export async function startSession(input: z.output<typeof signInInput>): Promise<string | SessionChoices> {
  try {
    const { user } = await callApi(startSessionContract, { body: input })
    return user.is_admin ? '/admin' : '/settings/tokens'
  } catch (error) {
    return sessionChoicesOf(error)
  }
}

/** Returns the sessions to choose from when the limit is reached; rethrows any other error. */
export function sessionChoicesOf(error: unknown): SessionChoices {
  const isLimit = error instanceof ProblemError && error.code === 'session_limit_reached'
  const choices = isLimit ? sessionChoices.safeParse(error.extensions).data : undefined
  if (choices === undefined) throw error
  return choices
}
