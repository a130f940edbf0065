import { StepUpCancelled } from '@/components/shell/step-up-cancelled'
import { ProblemError } from '@/lib/http/problem-error'

const BUSY = 'The server is busy; try again in a moment.'
const NOT_FETCHED = 'A part of this page could not be fetched. Load the page again.'
const UNKNOWN = 'Something went wrong. Try again in a moment.'

/** What is told of an action that failed; null when its person gave it up and knows. What nobody foresaw is reported too. */
export function problemMessage(error: unknown): string | null {
  if (error instanceof StepUpCancelled) return null
  if (error instanceof ProblemError) return error.status === 503 ? BUSY : error.message
  // What the bundler's runtime throws where a script cannot be had; it does not try a second time.
  if (error instanceof Error && error.name === 'ChunkLoadError') return NOT_FETCHED
  reportError(error)
  return UNKNOWN
}
