import type { FieldErrors, FieldValues, UseFormReturn } from 'react-hook-form'
import { refusalMessage } from '@/components/forms/refusal-message'

/** Says above the button that a form was not sent: its fields are marked, and what belongs to none of them is said there. */
export function showInvalid<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  errors: FieldErrors<Fields>,
): void {
  const names = Object.keys(form.getValues())
  const unmarked = Object.entries(errors).flatMap(([name, error]) =>
    !names.includes(name) && typeof error?.message === 'string' ? [error.message] : [],
  )
  form.setError('root', { message: refusalMessage(unmarked) })
}
