const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** How many random characters a key has after its prefix. */
export const KEY_RANDOM_LENGTH = 30

/** How many characters of a key, at its end, are the CRC-32 of everything before them. */
export const KEY_CHECKSUM_LENGTH = 6

/** The form of a key: prefix, 30 random base62 characters, 6 of CRC-32. Published for secret scanners. */
export const KEY_PATTERN = /^lk[pdsr]_[0-9A-Za-z]{36}$/

/** Returns the base62 character for a number from 0 to 61. */
export function base62Digit(value: number): string {
  return BASE62.charAt(value)
}

/** Returns `value`, a whole number below 62^width, as exactly `width` base62 characters. */
export function toBase62(value: number, width: number): string {
  let text = ''
  for (let rest = value; text.length < width; rest = Math.floor(rest / 62)) text = base62Digit(rest % 62) + text
  return text
}
