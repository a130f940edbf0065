import type { Command } from '@/cli/command'
import { rotateSigningKey } from '@/lib/jwt/keep-signing-keys'

/** The command that lets a new key sign JWTs. */
export const rotateKeysCommand: Command = {
  name: 'rotate-keys',
  summary: 'Make a new key for signing JWTs; it takes over once everybody can know it',
  options: {},
  notes: ['The key before is served for a day longer, so that nothing it signed is refused.'],
  run: async () => {
    const { id, signsFrom } = await rotateSigningKey(null)
    return [`${id} signs from ${signsFrom.toISOString()}`]
  },
}
