import type * as z from 'zod'
import { settings } from '@/lib/base/env'
import { isNoEmail } from '@/lib/base/schema/no-email'

/**
 * Returns one sentence when a new password is too short, counted in characters (code points); null otherwise. There are
 * no composition rules.
 */
export function lengthFault(password: string): string | null {
  const { PASSWORD_MIN_LENGTH } = settings()
  return [...password].length < PASSWORD_MIN_LENGTH ? `Use at least ${PASSWORD_MIN_LENGTH} characters` : null
}

/** Returns the words of an account that an attacker tries first. */
export function ownWordsOf({ username, email }: { username: string; email: string }): string[] {
  return isNoEmail(email) ? [username] : [username, email, email.split('@')[0] ?? '']
}

/**
 * Adds the minimum length of the password in `field` to a schema, and reports it together with every other problem.
 * `hashNewPassword` judges later whether the password is easy to guess.
 */
export function withPasswordPolicy<S extends z.ZodObject>(schema: S, field: 'password' | 'new_password'): S {
  const faultOf = (input: unknown): string | null => {
    const { [field]: password } = input as Record<string, unknown>
    return typeof password === 'string' && password !== '' ? lengthFault(password) : null
  }
  return schema.refine((input) => faultOf(input) === null, {
    path: [field],
    error: ({ input }) => faultOf(input) ?? '',
    // Runs even when other fields are invalid, so that all problems are reported at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
}
