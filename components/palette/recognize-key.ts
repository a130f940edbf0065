import { KEY_CHECKSUM_LENGTH, KEY_PATTERN, toBase62 } from '@/lib/base/schema/key-format'

/** A whole key, or text that must be handled like one although it is not whole. */
export type RecognizedKey = { key: string } | { key: null }

const ANYWHERE = /lk[pdsr]_[0-9A-Za-z]*/

/**
 * Recognizes a key in what a person pasted or typed, without asking the server: alone, in a header or in a file, even if
 * a terminal broke it into lines. Returns null for text without a key, which may be searched for.
 */
export function recognizeKey(text: string): RecognizedKey | null {
  const [inWords, unbroken] = [text, text.replace(/\s/g, '')].map((one) => ANYWHERE.exec(one)?.[0])
  if (inWords === undefined && unbroken === undefined) return null
  return { key: [inWords, unbroken].find((one) => one !== undefined && isWhole(one)) ?? null }
}

function isWhole(text: string): boolean {
  return (
    KEY_PATTERN.test(text) && text.endsWith(toBase62(crc32(text.slice(0, -KEY_CHECKSUM_LENGTH)), KEY_CHECKSUM_LENGTH))
  )
}

/** The CRC-32 of ISO/IEC 3309, as in zlib. */
function crc32(text: string): number {
  let rest = 0xffffffff
  for (const byte of new TextEncoder().encode(text)) {
    rest ^= byte
    for (let bit = 0; bit < 8; bit += 1) rest = (rest >>> 1) ^ (rest & 1 ? 0xedb88320 : 0)
  }
  return (rest ^ 0xffffffff) >>> 0
}
