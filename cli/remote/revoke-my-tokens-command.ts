import { UsageError, type Command } from '@/cli/command'
import { callServer, MINE_FLAG, SERVER_OPTION, signedIn } from '@/cli/remote/call-server'
import { revokeTokensContract } from '@/lib/domain/tokens/contract'
import type { RevokeTokensInput } from '@/lib/domain/tokens/schema'
import { ProblemError } from '@/lib/edge/client/problem-error'

/** The command that revokes tokens of the person who is signed in. */
export const revokeMyTokensCommand: Command = {
  name: 'tokens revoke',
  summary: 'Revoke some of your tokens; they stop working immediately',
  argument: { name: 'id', meaning: 'token IDs, as printed by tokens list --mine', isRepeated: true },
  options: { ...SERVER_OPTION, reason: 'why: leaked, lost_device, unused or replaced' },
  flags: MINE_FLAG,
  notes: ['Exits with 1 if any of the tokens was not found or was already revoked.'],
  examples: ['tokens revoke --mine 0190c1f0-7e3b-7c7e-8f00-5b2b6a1c9d10 --reason leaked'],
  database: 'none',
  run: async ({ server, reason }, { argument, others, tell }) => {
    if (argument === '') throw new UsageError('tokens revoke needs an ID')
    const ids = [...new Set([argument, ...others])]
    // The server checks the reason.
    const body = { ids, ...(reason !== undefined && { reason }) } as RevokeTokensInput
    const who = signedIn(server)
    tell(`your tokens on ${who.origin}`)
    const { revoked } = await callServer(who, revokeTokensContract, { body })
    if (revoked === 0) throw new ProblemError(404, 'token_not_found', 'no such active token of yours')
    const isBad = revoked < ids.length
    const all = ids.length === 1 ? `Revoked ${argument}` : `Revoked ${revoked} of ${ids.length} tokens`
    return {
      lines: [isBad ? `${all}; the others were not found or already revoked` : all],
      data: { ids, revoked },
      isBad,
    }
  },
}
