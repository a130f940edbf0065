import type { Principal } from '@/lib/keys/principal'
import { now, secondsAfter } from '@/lib/base/clock'
import { AppError } from '@/lib/base/errors/app-error'
import { ADDRESSES_MAX } from '@/lib/keys/use-ledger'
import type { TokenUsage, TokenUsageQuery } from '@/lib/domain/usage/schema'
import { findOwnTokenUsage } from '@/lib/domain/usage/usage-store'
import { DAY_SECONDS } from '@/lib/base/durations'

/**
 * Returns how one of the principal's tokens, live or dead, was used in the last `days` days. Uses of the last minute
 * may be missing. A token of another account counts as absent.
 * @throws AppError token_not_found
 */
export async function getTokenUsage(principal: Principal, id: string, { days }: TokenUsageQuery): Promise<TokenUsage> {
  const found = await findOwnTokenUsage(principal.userId, id, secondsAfter(now(), -days * DAY_SECONDS))
  if (found === null) throw new AppError('token_not_found')
  return {
    items: found.usage.map(({ hour, count, refused }) => ({ hour: hour.toISOString(), count, refused })),
    addresses: latestFirst(found).map(({ address, firstUsedAt, lastUsedAt }) => ({
      address,
      first_used_at: firstUsedAt?.toISOString() ?? null,
      last_used_at: lastUsedAt.toISOString(),
    })),
  }
}

interface UsedFrom {
  address: string
  firstUsedAt: Date | null
  lastUsedAt: Date
}

/** Returns the latest address, whose last use is in the token's row, followed by the earlier ones. */
function latestFirst(token: { lastUsedAt: Date | null; lastUsedAddress: string | null; addresses: UsedFrom[] }) {
  const { lastUsedAt, lastUsedAddress: latest } = token
  if (lastUsedAt === null || latest === null) return token.addresses.slice(0, ADDRESSES_MAX)
  const before = token.addresses.filter(({ address }) => address !== latest)
  const firstUsedAt = token.addresses.find(({ address }) => address === latest)?.firstUsedAt ?? null
  return [{ address: latest, firstUsedAt, lastUsedAt }, ...before].slice(0, ADDRESSES_MAX)
}
