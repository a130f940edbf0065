import { keyedDigest } from '@/lib/base/crypto/keyed-digest'

/** What ties a database to an instance secret without telling it. */
export function secretFingerprint(secret: string): Buffer {
  return keyedDigest(secret, 'fingerprint')
}
