/** RFC 8628 section 6.1: no vowels, so no words; no digits and no letters that look alike. 20^8 codes are 34.6 bits. */
export const USER_CODE_ALPHABET = 'BCDFGHJKLMNPQRSTVWXZ'

/** How long a code can be approved and exchanged, in seconds: 15 minutes. */
export const DEVICE_CODE_TTL_SECONDS = 900

/** How many letters a code has. */
export const USER_CODE_LENGTH = 8

const USER_CODE = new RegExp(`^[${USER_CODE_ALPHABET}]{${USER_CODE_LENGTH}}$`)

/**
 * Returns a typed code as it is stored: case, width, spaces and dashes do not matter. Null for text that is no code,
 * which nobody can have guessed.
 */
export function foldUserCode(typed: string): string | null {
  const folded = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{Dash_Punctuation}\u2212]/gu, '')
  return USER_CODE.test(folded) ? folded : null
}

/** Returns a stored code as devices show it, such as `JQRM-PMXZ`. */
export function shownUserCode(code: string): string {
  return `${code.slice(0, USER_CODE_LENGTH / 2)}-${code.slice(USER_CODE_LENGTH / 2)}`
}
