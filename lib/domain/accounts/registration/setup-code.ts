import { keyedDigest } from '@/lib/base/crypto/keyed-digest'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 4
const GROUP_LENGTH = 5

/**
 * The code that proves whoever sets up the instance can read its terminal: 100 bits, derived
 * from the instance secret, so that restarts and further instances print the same one.
 */
export function deriveSetupCode(instanceSecret: string): string {
  const bytes = keyedDigest(instanceSecret, 'setup-code')
  const letters = [...bytes.subarray(0, GROUPS * GROUP_LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length))
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  )
  return groups.join('-')
}
