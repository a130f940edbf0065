import { createHmac, timingSafeEqual } from 'node:crypto'

/** Returns the HMAC-SHA-256 of `purpose` under the instance secret: one secret, a separate value for each purpose. */
export function keyedDigest(instanceSecret: string, purpose: string): Buffer {
  return createHmac('sha256', instanceSecret).update(purpose).digest()
}

/** Whether two texts are equal, compared in constant time so that timing does not reveal where they differ. */
export function isEqualInConstantTime(instanceSecret: string, a: string, b: string): boolean {
  return timingSafeEqual(keyedDigest(instanceSecret, a), keyedDigest(instanceSecret, b))
}
