import type * as z from 'zod'
import { settings } from '@/lib/base/env'

/**
 * What is wrong with the length of a password that was chosen, in a sentence; null when it is
 * long enough, counted in characters (code points). Nothing is asked of its composition.
 */
export function lengthFault(password: string): string | null {
  const { PASSWORD_MIN_LENGTH } = settings()
  return [...password].length < PASSWORD_MIN_LENGTH ? `Must have at least ${PASSWORD_MIN_LENGTH} characters` : null
}

/** The words of an account that an attacker tries first. */
export function ownWordsOf({ username, email }: { username: string; email: string }): string[] {
  return [username, email, email.split('@')[0] ?? '']
}

/**
 * A schema that also holds the password in `field` to the minimum length, and reports it beside
 * all that is wrong elsewhere. Whether it is easily guessed is judged later, by `hashNewPassword`.
 */
export function withPasswordPolicy<S extends z.ZodObject>(schema: S, field: 'password' | 'new_password'): S {
  const faultOf = (input: unknown): string | null => {
    const { [field]: password } = input as Record<string, unknown>
    return typeof password === 'string' && password !== '' ? lengthFault(password) : null
  }
  return schema.refine((input) => faultOf(input) === null, {
    path: [field],
    error: ({ input }) => faultOf(input) ?? '',
    // Also where other fields are wrong, so that all is said at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
}
