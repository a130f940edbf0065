import type * as z from 'zod'
import { passwordWeakness } from '@/lib/accounts/password-weakness'
import { settings } from '@/lib/env'

/**
 * What is wrong with a password that was chosen, in a sentence; null when it keeps the
 * deployment's rules: long enough, counted in characters (code points), and not easily
 * guessed. Nothing is asked of its composition.
 */
export function passwordFault(password: string, ownWords: readonly string[]): string | null {
  const { PASSWORD_MIN_LENGTH } = settings()
  if ([...password].length < PASSWORD_MIN_LENGTH) return `Must have at least ${PASSWORD_MIN_LENGTH} characters`
  return passwordWeakness(password, ownWords)
}

/** The words of an account that an attacker tries first. */
export function ownWordsOf({ username, email }: { username: string; email: string }): string[] {
  return [username, email, email.split('@')[0] ?? '']
}

/** A schema that also holds the password in `field` to these rules, and says so beside all that is wrong elsewhere. */
export function withPasswordPolicy<S extends z.ZodObject>(schema: S, field: 'password' | 'new_password'): S {
  const faultOf = (input: unknown): string | null => {
    const { [field]: password, username, email } = input as Record<string, unknown>
    if (typeof password !== 'string' || password === '') return null
    return passwordFault(password, ownWordsOf({ username: textOf(username), email: textOf(email) }))
  }
  return schema.refine((input) => faultOf(input) === null, {
    path: [field],
    error: ({ input }) => faultOf(input) ?? '',
    // Also where other fields are wrong, so that all is said at once.
    when: ({ value }) => typeof value === 'object' && value !== null,
  })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
