import type { Command } from '@/cli/command'
import { listOutcome } from '@/cli/commands/list-outcome'
import { tokenColumns } from '@/cli/commands/token-columns'
import { findToken } from '@/lib/domain/admin/tokens/find-token'

/** The command that finds the token of a key. */
export const findTokenCommand: Command = {
  name: 'tokens find',
  summary: 'Find the token that a complete key belongs to, even if it is expired or revoked',
  options: {},
  notes: [
    'Reads the key from standard input. The key is never an argument, because other programs on the machine',
    'can see arguments. Looking up a key does not count as using it.',
  ],
  examples: ['tokens find < leaked-key.txt'],
  run: async (_, { standardInput }) => {
    const token = await findToken(null, (await standardInput()).trim())
    return { ...listOutcome({ items: [token], next_cursor: null }, tokenColumns), data: token }
  },
}
