'use client'

import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import type { FieldValues, UseFormReturn, FieldErrors } from 'react-hook-form'
import { fieldsOf } from '@/components/forms/fields-of'
import { refusalMessage, unmarkedMessages } from '@/components/forms/refusal-message'
import { showProblem } from '@/components/forms/show-problem'
import { useStaleErrors } from '@/components/forms/use-stale-errors'
import { useFormDraft } from '@/components/ui/form/use-form-draft'

const FIRST_INVALID = '[aria-invalid="true"], fieldset[data-invalid]:not(:has([aria-invalid="true"])) input'

/**
 * Submits a form, one request at a time: it ignores further submissions while one is pending and after a success. A
 * rejected or invalid form shows its errors, focuses the first invalid field, and keeps what was typed. When `send`
 * resolves to `again`, the form can be submitted again. A form with a `draft` name keeps what was typed, except
 * secrets, when the person turns out to be signed out.
 */
export function useSubmit<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  send: (values: Output) => Promise<void | 'again'>,
  draft?: string,
) {
  useFormDraft(form, draft)
  const element = useRef<HTMLFormElement>(null)
  useStaleErrors(form, element)
  const isTaken = useRef(false)
  const [isSent, setIsSent] = useState(false)
  const [rejections, setRejections] = useState(0)
  const { isSubmitting, errors } = form.formState

  useEffect(() => {
    if (rejections === 0) return
    // React Hook Form focuses fields in the order in which they were registered, after a timeout of its own.
    const timer = setTimeout(() => element.current?.querySelector<HTMLElement>(FIRST_INVALID)?.focus())
    return () => clearTimeout(timer)
  }, [rejections])

  async function onSubmit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault()
    if (isTaken.current) return
    isTaken.current = true
    element.current = event.currentTarget
    let isDone = false
    const submit = form.handleSubmit(
      async (values) => {
        try {
          isDone = (await send(values)) !== 'again'
          setIsSent(isDone)
        } catch (error) {
          await showProblem(form, error, fieldsOf(element.current))
          setRejections((count) => count + 1)
        }
      },
      (invalid) => {
        showInvalid(form, invalid, fieldsOf(element.current))
        setRejections((count) => count + 1)
      },
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
  shown: readonly string[],
): void {
  form.setError('root', { message: refusalMessage(unmarkedMessages(errors, shown)) })
}
