import type { Command } from '@/cli/command'
import { ACCOUNT_ARGUMENT, namedAccount } from '@/cli/commands/named-account'
import { changeAccount } from '@/lib/domain/admin/accounts/change-account'

/** Builds the command that activates or deactivates an account. */
export function switchUserCommand(isActive: boolean): Command {
  const verb = isActive ? 'activate' : 'deactivate'
  return {
    name: `users ${verb}`,
    summary: isActive ? 'Reactivate a deactivated account' : 'Deactivate an account and sign it out everywhere',
    argument: ACCOUNT_ARGUMENT,
    options: {},
    notes: isActive
      ? ['Its personal tokens work again. The owner has to sign in again.']
      : [
          'Its sessions, apps and API clients are revoked.',
          'Its personal tokens stop working immediately, until you reactivate it.',
        ],
    examples: [`users ${verb} maya`, `users ${verb} maya@example.com --json`],
    run: async (_, { argument }) => {
      const account = await changeAccount(null, await namedAccount(argument), { is_active: isActive })
      return { lines: [`${isActive ? 'Activated' : 'Deactivated'} ${account.username}`], data: account }
    },
  }
}
