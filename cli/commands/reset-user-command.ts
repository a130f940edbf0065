import type { Command } from '@/cli/command'
import { ACCOUNT_ARGUMENT, namedAccount } from '@/cli/commands/named-account'
import { startReset } from '@/lib/domain/admin/accounts/start-reset'

/** The command that gives an account a link for a new password. */
export const resetUserCommand: Command = {
  name: 'users reset',
  summary: 'Create a password reset link for an account, valid for 30 minutes',
  argument: ACCOUNT_ARGUMENT,
  options: {},
  notes: [
    'The running server emails the link. Without SMTP_URL, it is shown here once, for you to pass on.',
    'The current password works until the link is used.',
  ],
  examples: ['users reset maya', 'users reset maya --json'],
  run: async (_, { argument }) => {
    const started = await startReset(null, await namedAccount(argument))
    const emailed = `The server will email the link. It is valid until ${started.expires_at}`
    return { lines: [started.url ?? emailed], data: started }
  },
}
