import { randomBytes, randomUUID as nodeRandomUUID } from 'node:crypto'

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
// The largest multiple of 62 below 256. Larger bytes would favour the first characters.
const UNBIASED = 248

/** Returns `length` characters of [0-9A-Za-z], each uniform and independent: 5.95 bits per character. */
export function randomBase62(length: number): string {
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < UNBIASED && text.length < length) text += BASE62.charAt(byte % 62)
    }
  }
  return text
}

/** Returns `value`, a whole number below 62^width, as exactly `width` base62 characters. */
export function toBase62(value: number, width: number): string {
  let text = ''
  for (let rest = value; text.length < width; rest = Math.floor(rest / 62)) text = BASE62.charAt(rest % 62) + text
  return text
}

/** Returns pseudorandom bytes as `length` base62 characters: their number modulo 62^length. */
export function base62Of(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; text.length < length; rest /= 62n) text = BASE62.charAt(Number(rest % 62n)) + text
  return text
}

/** Returns a version 4 UUID (RFC 9562 section 5.4). */
export function randomUUID(): string {
  return nodeRandomUUID()
}

/** Returns a nonce for the Content-Security-Policy: 128 bits, base64. */
export function randomNonce(): string {
  return randomBytes(16).toString('base64')
}

/** Returns a new instance secret: 256 bits, base64url. */
export function randomInstanceSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** Returns random bytes, which no file system can compress. */
export function incompressibleBytes(length: number): Uint8Array {
  return randomBytes(length)
}
