import { AppError } from '@/lib/base/errors/app-error'
import { findNewestSecret } from '@/lib/keys/lookup/secret-reader'
import { useLedger } from '@/lib/keys/note-use'
import type { Principal } from '@/lib/keys/principal'
import { getToken } from '@/lib/domain/tokens/get-token'
import type { FirstUse } from '@/lib/domain/usage/schema'

/**
 * Returns whether the current secret of one of the principal's personal tokens was used. People who have just created
 * a token ask this more than once a second, so until then it costs one lookup.
 * @throws AppError token_not_found
 */
export async function getFirstUse(principal: Principal, id: string): Promise<FirstUse> {
  const secret = await findNewestSecret(id)
  if (secret === null || secret.userId !== principal.userId || secret.kind !== 'personal') {
    throw new AppError('token_not_found')
  }
  const pending = useLedger().pendingOf(id)
  const isPending = pending?.secrets.some(({ secretId }) => secretId === secret.secretId) ?? false
  if (secret.isUnused && !isPending) return { used: false, last_used_ip: null }
  const { last_used_at, last_used_ip, previous_secret } = await getToken(principal, id)
  // The last address may be one that used the previous secret.
  const isSure = previous_secret === null || previous_secret.last_used_at !== last_used_at
  return { used: true, last_used_ip: isSure ? last_used_ip : null }
}
