import type { Command } from '@/cli/command'
import { LIST_OPTIONS, listOutcome } from '@/cli/commands/list-outcome'
import { listAccounts } from '@/lib/domain/admin/accounts/list-accounts'
import { listAccountsQuery } from '@/lib/domain/admin/accounts/schema'
import { parseInput } from '@/lib/edge/http/read-body'

/** The command that lists accounts. */
export const listUsersCommand: Command = {
  name: 'users list',
  summary: 'List accounts',
  options: {
    q: 'start of a username or email address',
    status: 'active or inactive',
    role: 'admin or user',
    ...LIST_OPTIONS,
  },
  notes: [],
  examples: ['users list --role admin', 'users list --q may --json'],
  run: async (options) => {
    const page = await listAccounts(null, parseInput(listAccountsQuery, options))
    return listOutcome(page, ({ id, username, email, is_admin, is_active }) => [
      id,
      username,
      email,
      is_admin ? 'admin' : 'user',
      is_active ? '' : 'inactive',
    ])
  },
}
