import { createHash } from 'node:crypto'

/** Returns the SHA-256 digest under which a secret of at least 128 random bits is stored and looked up. */
export function digestOf(secret: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash('sha256').update(secret).digest())
}
