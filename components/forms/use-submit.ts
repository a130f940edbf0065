'use client'

import { useRef, useState, type SubmitEvent } from 'react'
import type { FieldValues, UseFormReturn, FieldErrors } from 'react-hook-form'
import { showProblem } from '@/components/forms/show-problem'
import { useFormDraft } from '@/components/ui/form/use-form-draft'
import { refusalMessage } from '@/components/forms/refusal-message'

/**
 * Submits a form, one request at a time: it ignores further submissions while one is pending and after a success. A
 * rejected or invalid form shows its errors and keeps what was typed. When `send` resolves to `again`, the form can be
 * submitted again. A form with a `draft` name keeps what was typed, except secrets, when the person turns out to be
 * signed out.
 */
export function useSubmit<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  send: (values: Output) => Promise<void | 'again'>,
  draft?: string,
) {
  useFormDraft(form, draft)
  const isTaken = useRef(false)
  const [isSent, setIsSent] = useState(false)
  const { isSubmitting, errors } = form.formState

  async function onSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (isTaken.current) return
    isTaken.current = true
    let isDone = false
    const submit = form.handleSubmit(
      async (values) => {
        try {
          isDone = (await send(values)) !== 'again'
          setIsSent(isDone)
        } catch (error) {
          await showProblem(form, error)
        }
      },
      (invalid) => showInvalid(form, invalid),
    )
    await submit(event)
    isTaken.current = isDone
  }

  return { onSubmit, isPending: isSubmitting || isSent, message: errors.root?.message }
}

/** Says above the button that the form is invalid: the errors that belong to no field, or else where to look. */
function showInvalid<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  errors: FieldErrors<Fields>,
): void {
  const names = Object.keys(form.getValues())
  const unmarked = Object.entries(errors).flatMap(([name, error]) =>
    !names.includes(name) && typeof error?.message === 'string' ? [error.message] : [],
  )
  form.setError('root', { message: refusalMessage(unmarked) })
}
