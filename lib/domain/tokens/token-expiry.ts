import { now, secondsAfter } from '@/lib/base/clock'
import { settings } from '@/lib/base/env'
import { AppError, invalidField } from '@/lib/base/errors/app-error'
import type { CreateTokenInput } from '@/lib/domain/tokens/schema'

/**
 * Returns when a new personal token expires: as requested, within policy, or after the default lifetime; null for
 * never.
 * @throws AppError invalid_input, non_expiring_disabled
 */
export function tokenExpiry(input: Pick<CreateTokenInput, 'expires_at' | 'expires_in_seconds' | 'never'>): Date | null {
  const { TOKEN_DEFAULT_TTL_SECONDS, TOKEN_MAX_TTL_SECONDS, ALLOW_NON_EXPIRING } = settings()
  if (input.never === true) {
    if (!ALLOW_NON_EXPIRING) throw new AppError('non_expiring_disabled')
    return null
  }
  const pointer = input.expires_at === undefined ? '/expires_in_seconds' : '/expires_at'
  const at = now()
  const end =
    input.expires_at === undefined
      ? secondsAfter(at, input.expires_in_seconds ?? TOKEN_DEFAULT_TTL_SECONDS)
      : new Date(input.expires_at)
  if (end <= at) throw invalidField(pointer, 'Must be in the future')
  if (end > secondsAfter(at, TOKEN_MAX_TTL_SECONDS)) {
    const latest = secondsAfter(at, TOKEN_MAX_TTL_SECONDS).toISOString().slice(0, 10)
    throw invalidField(pointer, `Must be no later than ${latest} (UTC), ${TOKEN_MAX_TTL_SECONDS} seconds from now`)
  }
  return end
}
