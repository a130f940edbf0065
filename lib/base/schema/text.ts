import * as z from 'zod'

// Control characters, formatting such as U+202E, which reverses text, and characters that are not drawn at all,
// such as U+3164, U+2800 (Braille) or U+1D159 (music). Two names must not look the same.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800\u{1d159}\ufffc]/u

/** Returns a schema for text in a request, which says whether the text is missing or is something else. */
export function givenText() {
  return z.string({ error: ({ input }) => (input === undefined ? 'Required' : 'Must be a string') })
}

/**
 * Returns a schema for one visible line of `min` to `max` characters (code points), trimmed. `whenEmpty` is the error
 * for an empty line.
 */
export function singleLine(min: number, max: number, whenEmpty = 'Can’t be empty') {
  return givenText()
    .trim()
    .refine((text) => [...text].length >= min, min === 1 ? whenEmpty : `Use at least ${min} characters`)
    .refine((text) => [...text].length <= max, `Use at most ${max} characters`)
    .refine((text) => !INVISIBLE.test(text), 'Must be a single line of printable characters')
}

/**
 * Returns a schema for a secret in a request, such as a token's key. Surrounding spaces and line breaks do not
 * matter. `whenEmpty` is the error for an empty text.
 */
export function givenKey(lengthMax: number, whenEmpty = 'Can’t be empty') {
  return givenText().trim().min(1, whenEmpty).max(lengthMax, `Use at most ${lengthMax} characters`)
}

/** A timestamp in a response: RFC 3339, in UTC. */
export const instant = z.iso.datetime()

/** An id: a UUIDv7 (RFC 9562 section 5.7). */
export const uuid = z.uuidv7()

/** The name of a personal token. */
export const tokenName = singleLine(1, 64, 'Enter a name')
