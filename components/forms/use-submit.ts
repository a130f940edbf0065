'use client'

import { useRef, useState, type SubmitEvent } from 'react'
import type { FieldValues, UseFormReturn, FieldErrors } from 'react-hook-form'
import { showProblem } from '@/components/forms/show-problem'
import { useFormDraft } from '@/components/ui/form/use-form-draft'
import { refusalMessage } from '@/components/forms/refusal-message'

/**
 * Sends a form once at a time: what comes in while an answer is awaited, or after a
 * success, is dropped. A refusal is shown in the form, which keeps what was typed; so is
 * what the browser itself will not send. Where `send` answers `again`, the form can be sent
 * once more. A form with a name for its `draft` keeps what was typed, but for secrets, when the
 * session turns out to have ended.
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

/** Says above the button that a form was not sent: its fields are marked, and what belongs to none of them is said there. */
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
