import { keyedDigest } from '@/lib/base/crypto/keyed-digest'

/** Returns a fingerprint that ties a database to an instance secret without revealing the secret. */
export function secretFingerprint(secret: string): Buffer {
  return keyedDigest(secret, 'fingerprint')
}
