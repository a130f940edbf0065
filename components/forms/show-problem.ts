import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { refusalMessage } from '@/components/forms/refusal-message'
import { StepUpCancelled } from '@/components/shell/step-up-cancelled'
import { ProblemError } from '@/lib/http/client'

const BUSY = 'The server is busy; try again in a moment.'
const UNKNOWN = 'Something went wrong. Try again in a moment.'

/** Shows a refusal in its form: beside the fields that it names, the first of them focused, and above the button. */
export function showProblem<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  error: unknown,
): void {
  // Its person knows.
  if (error instanceof StepUpCancelled) return
  if (!(error instanceof ProblemError)) {
    reportError(error)
    form.setError('root', { message: UNKNOWN })
    return
  }
  const names = Object.keys(form.getValues())
  const here = error.errors.filter(({ pointer }) => names.includes(fieldOf(pointer)))
  const elsewhere = error.errors.filter(({ pointer }) => !names.includes(fieldOf(pointer)))
  for (const [index, { pointer, detail }] of here.entries()) {
    form.setError(fieldOf(pointer) as Path<Fields>, { message: detail }, { shouldFocus: index === 0 })
  }
  const unmarked = elsewhere.map(({ detail }) => detail)
  const message = here.length + unmarked.length === 0 ? error.message : refusalMessage(unmarked)
  form.setError('root', { message: error.status === 503 ? BUSY : message })
}

/** The field that a pointer (RFC 6901) leads into: `/scopes/0` → `scopes`. */
function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? ''
}
