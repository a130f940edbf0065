import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { ProblemError } from '@/lib/http/client'

const BUSY = 'The server is busy; try again in a moment.'
const UNKNOWN = 'Something went wrong. Try again in a moment.'
const LOOK_AGAIN = 'This cannot be accepted yet. See what is marked above.'

/** Shows a refusal in its form: beside the fields that it names, the first of them focused, and above the button. */
export function showProblem<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  error: unknown,
): void {
  if (!(error instanceof ProblemError)) {
    reportError(error)
    form.setError('root', { message: UNKNOWN })
    return
  }
  const names = Object.keys(form.getValues())
  const [here, elsewhere] = partition(error.errors, ({ pointer }) => names.includes(fieldOf(pointer)))
  for (const [index, { pointer, detail }] of here.entries()) {
    form.setError(fieldOf(pointer) as Path<Fields>, { message: detail }, { shouldFocus: index === 0 })
  }
  form.setError('root', {
    message: formMessage(
      error,
      here.length > 0,
      elsewhere.map(({ detail }) => detail),
    ),
  })
}

function formMessage(problem: ProblemError, hasMarkedFields: boolean, unmarked: readonly string[]): string {
  if (problem.status === 503) return BUSY
  if (unmarked.length > 0) return unmarked.join('. ')
  return hasMarkedFields ? LOOK_AGAIN : problem.message
}

/** The field that a pointer (RFC 6901) leads into: `/scopes/0` → `scopes`. */
function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? ''
}

function partition<T>(items: readonly T[], isLeft: (item: T) => boolean): [T[], T[]] {
  return [items.filter(isLeft), items.filter((item) => !isLeft(item))]
}
