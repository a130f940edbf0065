import * as z from 'zod'

// Control characters, formatting such as U+202E, which turns text around, and what is not drawn
// at all, such as U+3164, U+2800 (Braille) or U+1D159 (music): two names must not look the same.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\ufffc]/u

/** One visible line of `min` to `max` characters (code points), trimmed. */
export function singleLine(min: number, max: number) {
  return z
    .string('Must be text')
    .trim()
    .refine((text) => [...text].length >= min, min === 1 ? 'Must not be empty' : `Must have at least ${min} characters`)
    .refine((text) => [...text].length <= max, `Must have at most ${max} characters`)
    .refine((text) => !INVISIBLE.test(text), 'Must be one line of visible characters')
}

/** A secret that a client shows, such as a token's key. Spaces and line breaks around it never matter. */
export function givenKey(lengthMax: number) {
  return z.string('Must be text').trim().min(1, 'Must not be empty').max(lengthMax, 'Is too long')
}

/** An instant in the API's answers: RFC 3339, in UTC. */
export const instant = z.iso.datetime()

/** An id: UUIDv7 text (RFC 9562 section 5.7). */
export const uuid = z.uuidv7()

/** The name of a personal token. */
export const tokenName = singleLine(1, 64)
