import { keyedDigest } from '@/lib/base/crypto/keyed-digest'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
const GROUPS = 4
const GROUP_LENGTH = 5

/**
 * Returns the setup code, which proves that its holder can read the server's terminal. It has 100 bits and is derived
 * from the instance secret, so restarts and additional instances print the same code.
 */
export function deriveSetupCode(instanceSecret: string): string {
  const bytes = keyedDigest(instanceSecret, 'setup-code')
  const letters = [...bytes.subarray(0, GROUPS * GROUP_LENGTH)].map((byte) => LETTERS.charAt(byte % LETTERS.length))
  const groups = Array.from({ length: GROUPS }, (_, group) =>
    letters.slice(group * GROUP_LENGTH, (group + 1) * GROUP_LENGTH).join(''),
  )
  return groups.join('-')
}
