import { UsageError, type Command } from '@/cli/command'
import { findToken } from '@/lib/domain/admin/tokens/find-token'
import { revokeManagedTokens } from '@/lib/domain/admin/tokens/revoke-managed-tokens'
import { revokeManagedTokensInput } from '@/lib/domain/admin/tokens/schema'
import { AppError } from '@/lib/base/errors/app-error'
import { parseInput } from '@/lib/edge/http/read-body'

/** The command that revokes tokens of any account. */
export const revokeTokenCommand: Command = {
  name: 'tokens revoke',
  summary: 'End tokens of any account: they are refused from the next request on',
  argument: {
    name: 'id',
    meaning: 'the ids of the tokens, as tokens list and tokens find tell them',
    isRepeated: true,
  },
  options: { reason: 'why, such as leaked or unused' },
  flags: { key: 'instead of ids: the token of the whole key that stands in standard input' },
  notes: [
    'All of them end at once, or none where it fails. Owners are told by mail, and cannot take it back.',
    'It ends with 1 where one of several is not there, or ended before.',
  ],
  examples: [
    'tokens revoke 0190c1f0-7e3b-7c7e-8f00-5b2b6a1c9d10 --reason leaked',
    'tokens revoke --key --reason leaked < leaked-key.txt',
  ],
  run: async (options, { argument, others, flags, standardInput }) => {
    const named = argument === '' ? [] : [...new Set([argument, ...others])]
    if (flags.has('key') && named.length > 0) throw new UsageError('give either ids or --key')
    if (!flags.has('key') && named.length === 0) throw new UsageError('tokens revoke needs an id, or --key')
    const ids = flags.has('key') ? [(await findToken(null, (await standardInput()).trim())).id] : named
    const { revoked } = await revokeManagedTokens(null, parseInput(revokeManagedTokensInput, { ...options, ids }))
    if (revoked === 0) throw new AppError('token_not_found')
    const all = ids.length === 1 ? `${ids.join('')} is revoked` : `${revoked} of ${ids.length} tokens are revoked`
    const isBad = revoked < ids.length
    const lines = [isBad ? `${all}: the others are not there, or ended before` : all]
    return { lines, data: { ids, revoked, reason: options['reason'] ?? 'unspecified' }, isBad }
  },
}
