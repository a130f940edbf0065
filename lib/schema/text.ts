import * as z from 'zod'

// Cc: control characters. Cf: invisible formatting such as U+202E, which turns text around.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u

/** One visible line of `min` to `max` characters (code points), trimmed. */
export function singleLine(min: number, max: number) {
  return z
    .string('Must be text')
    .trim()
    .refine((text) => [...text].length >= min, min === 1 ? 'Must not be empty' : `Must have at least ${min} characters`)
    .refine((text) => [...text].length <= max, `Must have at most ${max} characters`)
    .refine((text) => !INVISIBLE.test(text), 'Must be one line of visible characters')
}

/** An instant in the API's answers: RFC 3339, in UTC. */
export const instant = z.iso.datetime()

/** An id: UUIDv7 text (RFC 9562 section 5.7). */
export const uuid = z.uuidv7()
