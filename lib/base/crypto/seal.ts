import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const VERSION = 1
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals `text` under a key of its own for `label`, derived from the instance secret (HKDF,
 * RFC 5869): AES-256-GCM with a random nonce. Whoever has the database alone can neither read
 * nor change it, nor pass it off under another label.
 */
export function seal(instanceSecret: string, label: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(instanceSecret, label), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]))
}

/** The text that `seal` was given for this label. @throws Error when it was changed, or sealed under another secret or label */
export function unseal(instanceSecret: string, label: string, sealed: Uint8Array): string {
  const bytes = Buffer.from(sealed)
  const textFrom = 1 + NONCE_BYTES + TAG_BYTES
  if (bytes[0] !== VERSION || bytes.length < textFrom) throw new Error('Not sealed by this version')
  const decipher = createDecipheriv('aes-256-gcm', keyFor(instanceSecret, label), bytes.subarray(1, 1 + NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAuthTag(bytes.subarray(1 + NONCE_BYTES, textFrom))
  return Buffer.concat([decipher.update(bytes.subarray(textFrom)), decipher.final()]).toString('utf8')
}

function keyFor(instanceSecret: string, label: string): Buffer {
  return Buffer.from(hkdfSync('sha256', instanceSecret, '', `latchkey.seal.${label}`, KEY_BYTES))
}
