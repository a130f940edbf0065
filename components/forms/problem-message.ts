import { problemTexts } from '@/components/forms/texts-problem'
import { StepUpCancelled } from '@/components/shell/step-up-cancelled'
import { FETCH_FAILURES, fetchFailureOf } from '@/components/ui/dialog/fetch-failure'
import { keepDrafts } from '@/components/ui/form/form-drafts'
import { ProblemError } from '@/lib/edge/client/problem-error'

/**
 * Returns the message for a failed action, or null when the person cancelled it. Unexpected errors also go to
 * `reportError`.
 */
export async function problemMessage(error: unknown): Promise<string | null> {
  if (error instanceof StepUpCancelled) return null
  const failure = await fetchFailureOf(error)
  // The message asks for a reload, which must not discard what was typed.
  if (failure === 'outdated') keepDrafts()
  if (failure !== null) return FETCH_FAILURES[failure]
  if (error instanceof ProblemError) return error.status === 503 ? problemTexts.busy : error.message
  reportError(error)
  return problemTexts.unknown
}
