import type { Command } from '@/cli/command'
import { listOutcome } from '@/cli/commands/list-outcome'
import { tokenColumns } from '@/cli/commands/token-columns'
import { findToken } from '@/lib/domain/admin/tokens/find-token'

/** The command that finds the token of a key. */
export const findTokenCommand: Command = {
  name: 'tokens find',
  summary: 'Find the token of a whole key, live or dead',
  options: {},
  notes: [
    'The key is read from standard input: never given as an argument, where every program on the machine',
    'could see it. Looking at a key does not use it.',
  ],
  examples: ['tokens find < leaked-key.txt'],
  run: async (_, { standardInput }) => {
    const token = await findToken(null, (await standardInput()).trim())
    return { ...listOutcome({ items: [token], next_cursor: null }, tokenColumns), data: token }
  },
}
