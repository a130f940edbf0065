'use client'

import { useEffect, type RefObject } from 'react'
import type { FieldValues, Path, UseFormReturn } from 'react-hook-form'
import { fieldsOf } from '@/components/forms/fields-of'
import { refusalMessage } from '@/components/forms/refusal-message'

/** The types of errors that validation did not find, so it cannot tell whether they still apply. */
const FOUND_ELSEWHERE: readonly unknown[] = ['server', 'wish']

/**
 * Clears the errors of a rejected form once they no longer apply: the error of a field when it is edited, an error that
 * compares fields when either is, and the message above the button when nothing is left to fix.
 */
export function useStaleErrors<Fields extends FieldValues, Output>(
  form: UseFormReturn<Fields, unknown, Output>,
  element: RefObject<HTMLFormElement | null>,
): void {
  const { subscribe, getValues, getErrors, setError, clearErrors, trigger } = form
  useEffect(() => {
    let before: FieldValues = getValues()

    async function clear(name: string, isTyped: boolean) {
      const errors = Object.entries(getErrors())
      if (errors.length === 0) return
      const related = errors
        .filter(([field, error]) => field !== 'root' && !FOUND_ELSEWHERE.includes(error?.type))
        .map(([field]) => field)
      if (isTyped) await trigger([...new Set([name, ...related])] as Path<Fields>[])
      else clearErrors(name as Path<Fields>)
      clearSummary()
    }

    function clearSummary() {
      const { root, ...errors } = getErrors()
      if (root === undefined) return
      const isMarked = fieldsOf(element.current).some((field) => errors[field] !== undefined)
      const message = refusalMessage([])
      if (!isMarked) clearErrors('root')
      else if (root.message !== message) setError('root', { message })
    }

    return subscribe({
      formState: { values: true },
      callback: ({ name, type, values, isSubmitted }) => {
        const isEdited = name !== undefined && values[name] !== before[name]
        before = values
        // Controls that set their value without an event are validated when the form is submitted.
        if (isEdited) void clear(name, type === 'change' && isSubmitted === true)
      },
    })
  }, [element, subscribe, getValues, getErrors, setError, clearErrors, trigger])
}
