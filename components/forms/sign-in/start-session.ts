import { sessionChoicesOf } from '@/components/forms/sign-in/session-choices-of'
import type * as z from 'zod'
import { callApi } from '@/lib/edge/client/client'
import { startSessionContract } from '@/lib/domain/sessions/contract'
import type { SessionChoices, signInInput } from '@/lib/domain/sessions/schema'

/** Signs the browser in, and says which page comes next, or what can be signed out to make room for it. @throws ProblemError */
export async function startSession(input: z.output<typeof signInInput>): Promise<string | SessionChoices> {
  try {
    const { user } = await callApi(startSessionContract, { body: input })
    return user.is_admin ? '/admin' : '/settings/tokens'
  } catch (error) {
    return sessionChoicesOf(error)
  }
}
