import type { Command } from '@/cli/command'
import { ACCOUNT_ARGUMENT, namedAccount } from '@/cli/commands/named-account'
import { startReset } from '@/lib/domain/admin/accounts/start-reset'

/** The command that gives an account a link for a new password. */
export const resetUserCommand: Command = {
  name: 'users reset',
  summary: 'Give an account a link by which its owner chooses a new password, within 30 minutes',
  argument: ACCOUNT_ARGUMENT,
  options: {},
  notes: ['The link is mailed by the running server; without SMTP_URL it is shown here, once, to be handed on.'],
  examples: ['users reset maya', 'users reset maya --json'],
  run: async (_, { argument }) => {
    const started = await startReset(null, await namedAccount(argument))
    return { lines: [started.url ?? `the link is mailed, and good until ${started.expires_at}`], data: started }
  },
}
