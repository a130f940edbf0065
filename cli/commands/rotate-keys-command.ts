import type { Command } from '@/cli/command'
import { rotateSigningKey } from '@/lib/domain/signing-keys/keep-signing-keys'

/** The command that creates a new key for signing JWTs. */
export const rotateKeysCommand: Command = {
  name: 'keys rotate',
  otherName: 'rotate-keys',
  summary: 'Create a new key for signing JWTs; it takes over once every service has had time to fetch it',
  options: {},
  notes: ['The previous key stays published for at least another day, so the JWTs that it signed stay valid.'],
  examples: ['keys rotate'],
  run: async () => {
    const { id, signsFrom } = await rotateSigningKey(null)
    const signs_from = signsFrom.toISOString()
    return { lines: [`${id} signs JWTs from ${signs_from}`], data: { id, signs_from } }
  },
}
