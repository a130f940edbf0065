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
    'unseen-days': 'used none of their linked providers for this many days: 1 to 3650',
    ...LIST_OPTIONS,
  },
  notes: [],
  examples: ['users list --role admin', 'users list --status active --unseen-days 60 --json'],
  run: async ({ 'unseen-days': unseen_days, ...options }) => {
    const query = { ...options, ...(unseen_days !== undefined && { unseen_days }) }
    const page = await listAccounts(null, parseInput(listAccountsQuery, query))
    return listOutcome(page, ({ id, username, email, is_admin, is_active, sign_in_methods }) => [
      id,
      username,
      email ?? '',
      is_admin ? 'admin' : 'user',
      sign_in_methods.join(','),
      is_active ? '' : 'inactive',
    ])
  },
}
