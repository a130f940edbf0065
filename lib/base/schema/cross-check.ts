import type * as z from 'zod'

/**
 * Adds a rule over several fields to an object schema. Unlike `refine` alone, the rule also runs while other fields
 * are wrong, so that every problem is reported at once. It is skipped while one of its own fields is wrong.
 */
export function crossCheck<S extends z.ZodObject, K extends keyof z.output<S> & string>(
  schema: S,
  fields: readonly K[],
  isRight: (input: Pick<z.output<S>, K>) => boolean,
  { at, error }: { at: K; error: string },
): S {
  const names: readonly unknown[] = fields
  return schema.refine((input) => isRight(input as Pick<z.output<S>, K>), {
    path: [at],
    error,
    when: ({ value, issues }) =>
      typeof value === 'object' && value !== null && !issues.some(({ path }) => names.includes(path?.[0])),
  })
}
