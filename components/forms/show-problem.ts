import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { problemMessage } from '@/components/forms/problem-message'
import { refusalMessage } from '@/components/forms/refusal-message'
import { ProblemError } from '@/lib/edge/client/problem-error'

/**
 * Shows a rejected request in its form: errors beside their fields, and a message above the button, which also has the
 * errors of fields that are not in the form. `shown` names those that are.
 */
export async function showProblem<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  error: unknown,
  shown: readonly string[],
): Promise<void> {
  const message = await problemMessage(error)
  if (message === null) return
  if (!(error instanceof ProblemError) || error.errors.length === 0) {
    form.setError('root', { message })
    return
  }
  const here = error.errors.filter(({ pointer }) => shown.includes(fieldOf(pointer)))
  const elsewhere = error.errors.filter(({ pointer }) => !shown.includes(fieldOf(pointer)))
  for (const { pointer, detail } of here) {
    form.setError(fieldOf(pointer) as Path<Fields>, { type: 'server', message: detail })
  }
  form.setError('root', { message: refusalMessage(elsewhere.map(({ detail }) => detail)) })
}

/** Returns the form field of a JSON Pointer (RFC 6901): `/scopes/0` → `scopes`. */
function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? ''
}
