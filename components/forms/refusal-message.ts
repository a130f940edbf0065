import type { FieldErrors } from 'react-hook-form'
import { problemTexts } from '@/components/forms/texts-problem'

/**
 * Returns the message above the button of a rejected form: the errors that belong to no field, or else where to look.
 */
export function refusalMessage(unmarked: readonly string[]): string {
  return unmarked.length > 0 ? unmarked.join('. ') : problemTexts.lookAgain
}

/** Returns the messages of the errors that no field of the form shows. `shown` names the fields that are there. */
export function unmarkedMessages(errors: FieldErrors, shown: readonly string[]): string[] {
  return Object.entries(errors).flatMap(([name, error]) => {
    if (typeof error?.message === 'string') return shown.includes(name) ? [] : [error.message]
    // The error of an entry, such as one scope, has no field.
    const entries: unknown[] = Object.values(error ?? {})
    const message = entries.map(messageOf).find((text) => text !== undefined)
    return message === undefined ? [] : [message]
  })
}

function messageOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('message' in error)) return undefined
  return typeof error.message === 'string' ? error.message : undefined
}
