import type { Command } from '@/cli/command'
import { ACCOUNT_ARGUMENT, namedAccount } from '@/cli/commands/named-account'
import { changeAccount } from '@/lib/domain/admin/accounts/change-account'

/** Builds the command that activates or deactivates an account. */
export function switchUserCommand(isActive: boolean): Command {
  const verb = isActive ? 'activate' : 'deactivate'
  return {
    name: `users ${verb}`,
    summary: isActive ? 'Let an account go on that was stopped' : 'Stop an account, and all that acts for it, at once',
    argument: ACCOUNT_ARGUMENT,
    options: {},
    notes: isActive
      ? ['Its personal tokens count again; it has to sign in anew.']
      : ['Its sessions and devices end; its personal tokens are refused as long as it lasts.'],
    examples: [`users ${verb} maya`, `users ${verb} maya@example.com --json`],
    run: async (_, { argument }) => {
      const account = await changeAccount(null, await namedAccount(argument), { is_active: isActive })
      return { lines: [`${account.username} is ${isActive ? 'active' : 'stopped'}`], data: account }
    },
  }
}
