'use client'

import { useRef, useState, type SubmitEvent } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { showInvalid } from '@/components/forms/show-invalid'
import { showProblem } from '@/components/forms/show-problem'

/**
 * Sends a form once at a time: what comes in while an answer is awaited, or after a
 * success, is dropped. A refusal is shown in the form, which keeps what was typed; so is
 * what the browser itself will not send. Where `send` answers `again`, the form can be sent
 * once more.
 */
export function useSubmit<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  send: (values: Output) => Promise<void | 'again'>,
) {
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
          showProblem(form, error)
        }
      },
      (invalid) => showInvalid(form, invalid),
    )
    await submit(event)
    isTaken.current = isDone
  }

  return { onSubmit, isPending: isSubmitting || isSent, message: errors.root?.message }
}
