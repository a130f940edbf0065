import { randomBytes, randomUUID as nodeRandomUUID } from 'node:crypto'
import { base62Digit } from '@/lib/base/schema/key-format'

/** Returns `length` characters of [0-9A-Za-z], each uniform and independent: 5.95 bits per character. */
export function randomBase62(length: number): string {
  return randomText(62, base62Digit, length)
}

/** Returns a secret of 256 bits as 43 base62 characters. Such a secret needs no slow hash: only its digest is stored. */
export function randomSecret(): string {
  return randomBase62(43)
}

/** Returns `length` characters of `alphabet`, each uniform and independent. */
export function randomLetters(alphabet: string, length: number): string {
  return randomText(alphabet.length, (index) => alphabet.charAt(index), length)
}

function randomText(count: number, characterOf: (index: number) => string, length: number): string {
  // The largest multiple of the count up to 256. Larger bytes would favour the first characters.
  const unbiased = 256 - (256 % count)
  let text = ''
  while (text.length < length) {
    for (const byte of randomBytes(length)) {
      if (byte < unbiased && text.length < length) text += characterOf(byte % count)
    }
  }
  return text
}

/** Returns pseudorandom bytes as `length` base62 characters: their number modulo 62^length. */
export function base62Of(bytes: Uint8Array, length: number): string {
  let rest = BigInt(`0x${Buffer.from(bytes).toString('hex')}`)
  let text = ''
  for (; text.length < length; rest /= 62n) text = base62Digit(Number(rest % 62n)) + text
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
