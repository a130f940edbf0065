import type { Command } from '@/cli/command'
import { callServer, SERVER_OPTION, signedIn } from '@/cli/remote/call-server'
import { plainText } from '@/cli/remote/plain-text'
import { getAccountContract } from '@/lib/domain/accounts/contract'

/** The command that says who is signed in, and where. */
export const whoamiCommand: Command = {
  name: 'whoami',
  summary: 'Show who you are signed in as, and on which server',
  options: SERVER_OPTION,
  notes: ['Exits with 1 if you are not signed in, or no longer.'],
  examples: ['whoami', 'whoami --json'],
  database: 'none',
  run: async ({ server }) => {
    const who = signedIn(server)
    const account = await callServer(who, getAccountContract)
    const role = account.is_admin ? ', administrator' : ''
    return {
      lines: [`${plainText(account.username)} (${account.id}${role}) on ${who.origin}`],
      data: { server: who.origin, account },
    }
  },
}
