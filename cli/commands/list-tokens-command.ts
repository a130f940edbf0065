import type { Command } from '@/cli/command'
import { tokenColumns } from '@/cli/commands/token-columns'
import { LIST_OPTIONS, listOutcome } from '@/cli/commands/list-outcome'
import { listManagedTokens } from '@/lib/domain/admin/tokens/list-managed-tokens'
import { listManagedTokensQuery } from '@/lib/domain/admin/tokens/schema'
import { parseInput } from '@/lib/edge/http/read-body'

/** The command that lists the tokens of all accounts. */
export const listTokensCommand: Command = {
  name: 'tokens list',
  summary: 'List the tokens of all accounts',
  options: {
    q: 'start of a token name, or last 4 characters of a key',
    user: 'the owner: a username, email address or ID',
    kind: 'session, device, personal or refresh',
    status: 'active, expired or revoked',
    'unused-since': 'not used since a time, for example 2027-02-19T21:40:00Z',
    'expires-before': 'expiring before a time',
    ...LIST_OPTIONS,
  },
  notes: ['With --mine or --server, the command lists your own tokens instead.'],
  examples: ['tokens list --user maya --status active', 'tokens list --q deploy --kind personal --json'],
  run: async ({ 'unused-since': unused_since, 'expires-before': expires_before, ...options }) => {
    const query = {
      ...options,
      ...(unused_since !== undefined && { unused_since }),
      ...(expires_before !== undefined && { expires_before }),
    }
    return listOutcome(await listManagedTokens(null, parseInput(listManagedTokensQuery, query)), tokenColumns)
  },
}
