'use client'

import { useRef, type SubmitEvent } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { showProblem } from '@/components/forms/show-problem'

/**
 * Sends a form once at a time: what comes in while an answer is awaited, or after a
 * success, is dropped. A refusal is shown in the form, which keeps what was typed.
 */
export function useSubmit<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  send: (values: Output) => Promise<void>,
) {
  const isTaken = useRef(false)
  const { isSubmitting, isSubmitSuccessful, errors } = form.formState

  async function onSubmit(event: SubmitEvent) {
    event.preventDefault()
    if (isTaken.current) return
    isTaken.current = true
    let isSent = false
    const submit = form.handleSubmit(async (values) => {
      try {
        await send(values)
        isSent = true
      } catch (error) {
        showProblem(form, error)
      }
    })
    await submit(event)
    isTaken.current = isSent
  }

  return { onSubmit, isPending: isSubmitting || isSubmitSuccessful, message: errors.root?.message }
}
