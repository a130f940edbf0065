import type { Command } from '@/cli/command'
import { rotateSigningKey } from '@/lib/domain/signing-keys/keep-signing-keys'

/** The command that creates a new key for signing JWTs. */
export const rotateKeysCommand: Command = {
  name: 'keys rotate',
  otherName: 'rotate-keys',
  summary: 'Make a new key for signing JWTs; it takes over once everybody can know it',
  options: {},
  notes: ['The key before is served for a day longer, so that nothing it signed is refused.'],
  examples: ['keys rotate'],
  run: async () => {
    const { id, signsFrom } = await rotateSigningKey(null)
    const signs_from = signsFrom.toISOString()
    return { lines: [`${id} signs from ${signs_from}`], data: { id, signs_from } }
  },
}
