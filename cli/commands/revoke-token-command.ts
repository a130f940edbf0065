import { UsageError, type Command } from '@/cli/command'
import { findToken } from '@/lib/domain/admin/tokens/find-token'
import { revokeManagedTokens } from '@/lib/domain/admin/tokens/revoke-managed-tokens'
import { revokeManagedTokensInput } from '@/lib/domain/admin/tokens/schema'
import { AppError } from '@/lib/base/errors/app-error'
import { parseInput } from '@/lib/edge/http/read-body'

/** The command that revokes tokens of any account. */
export const revokeTokenCommand: Command = {
  name: 'tokens revoke',
  summary: 'Revoke tokens of any account; they stop working immediately',
  argument: {
    name: 'id',
    meaning: 'token IDs, as printed by tokens list and tokens find',
    isRepeated: true,
  },
  options: { reason: 'why, for example leaked or unused' },
  flags: { key: 'read a complete key from standard input instead of taking IDs' },
  notes: [
    'With --mine or --server, the command revokes your own tokens instead.',
    'Revokes all of them, or none if it fails. Owners of personal tokens are emailed and cannot undo it.',
    'Exits with 1 if any of the tokens was not found or was already revoked.',
  ],
  examples: [
    'tokens revoke 0190c1f0-7e3b-7c7e-8f00-5b2b6a1c9d10 --reason leaked',
    'tokens revoke --key --reason leaked < leaked-key.txt',
  ],
  run: async (options, { argument, others, flags, standardInput }) => {
    const named = argument === '' ? [] : [...new Set([argument, ...others])]
    if (flags.has('key') && named.length > 0) throw new UsageError('use either IDs or --key, not both')
    if (!flags.has('key') && named.length === 0) throw new UsageError('tokens revoke needs an ID or --key')
    const ids = flags.has('key') ? [(await findToken(null, (await standardInput()).trim())).id] : named
    const { revoked } = await revokeManagedTokens(null, parseInput(revokeManagedTokensInput, { ...options, ids }))
    if (revoked === 0) throw new AppError('token_not_found')
    const all = ids.length === 1 ? `Revoked ${ids.join('')}` : `Revoked ${revoked} of ${ids.length} tokens`
    const isBad = revoked < ids.length
    const lines = [isBad ? `${all}; the others were not found or already revoked` : all]
    return { lines, data: { ids, revoked, reason: options['reason'] ?? 'unspecified' }, isBad }
  },
}
