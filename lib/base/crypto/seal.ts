import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const VERSION = 1
const KEY_BYTES = 32
const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Encrypts `text` with AES-256-GCM, a random nonce and a separate key for `label`, derived from the instance secret
 * (HKDF, RFC 5869). An attacker who has only the database can neither read nor change the text, nor present it
 * under another label.
 */
export function seal(instanceSecret: string, label: string, text: string): Uint8Array<ArrayBuffer> {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', keyFor(instanceSecret, label), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return new Uint8Array(Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), sealed]))
}

/**
 * Returns the text that was sealed under this label.
 * @throws Error if the bytes were changed, or sealed under another secret or label
 */
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
