import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import type * as z from 'zod'
import { fetchFormParts } from '@/components/forms/fetch-form-parts'
import { problemMessage } from '@/components/forms/problem-message'

/** Validates a form that is visible at once. The schema and its resolver are loaded on the first validation. */
export function fetchedResolver<Input extends FieldValues, Output>(
  fetchSchema: () => Promise<z.ZodType<Output, Input>>,
): Resolver<Input, unknown, Output> {
  return async (values, context, options) => {
    const fetched = Promise.all([fetchFormParts(), fetchSchema()])
    const parts = await fetched.catch(async (error: unknown) => ({ message: (await problemMessage(error)) ?? '' }))
    if ('message' in parts) return { values: {}, errors: { root: { type: 'fetch', ...parts } } as FieldErrors<Input> }
    const [{ zodResolver }, schema] = parts
    return zodResolver(schema)(values, context, options)
  }
}
