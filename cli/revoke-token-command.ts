import type { Command } from '@/cli/command'
import { revokeAnyToken } from '@/lib/admin/tokens/revoke-any-token'
import { revokeAnyTokenInput } from '@/lib/admin/tokens/schema'
import { parseInput } from '@/lib/http/read-body'

/** The command that ends one token of anybody. */
export const revokeTokenCommand: Command = {
  name: 'tokens revoke',
  summary: 'End a token of any account: it is refused from the next request on',
  argument: { name: 'id', meaning: 'the id of the token, as tokens list and tokens find tell it' },
  options: { reason: 'why, such as leaked or unused' },
  notes: ['Its owner is told by mail, and cannot take it back.'],
  examples: ['tokens revoke 0190c1f0-7e3b-7c7e-8f00-5b2b6a1c9d10 --reason leaked'],
  run: async (options, { argument: id }) => {
    const { reason = 'unspecified' } = parseInput(revokeAnyTokenInput, options)
    await revokeAnyToken(null, id, reason)
    return { lines: [`${id} is revoked`], data: { id, reason } }
  },
}
