import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { problemMessage } from '@/components/forms/problem-message'
import { refusalMessage } from '@/components/forms/refusal-message'
import { ProblemError } from '@/lib/edge/client/problem-error'

/**
 * Shows a rejected request in its form: errors beside their fields, the first one focused, and a message above the
 * button.
 */
export async function showProblem<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  error: unknown,
): Promise<void> {
  const message = await problemMessage(error)
  if (message === null) return
  if (!(error instanceof ProblemError) || error.errors.length === 0) {
    form.setError('root', { message })
    return
  }
  const names = Object.keys(form.getValues())
  const here = error.errors.filter(({ pointer }) => names.includes(fieldOf(pointer)))
  const elsewhere = error.errors.filter(({ pointer }) => !names.includes(fieldOf(pointer)))
  for (const [index, { pointer, detail }] of here.entries()) {
    form.setError(fieldOf(pointer) as Path<Fields>, { message: detail }, { shouldFocus: index === 0 })
  }
  form.setError('root', { message: refusalMessage(elsewhere.map(({ detail }) => detail)) })
}

/** Returns the form field of a JSON Pointer (RFC 6901): `/scopes/0` → `scopes`. */
function fieldOf(pointer: string): string {
  return pointer.split('/')[1] ?? ''
}
