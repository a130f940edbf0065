import { recordAudits } from '@/lib/domain/audit/record-audit'
import { now, secondsAfter } from '@/lib/base/clock'
import type { Batch } from '@/lib/db/batch'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'
import {
  claimRound,
  dropOldCodes,
  dropOldDeviceRequests,
  dropOldLimits,
  dropOldTokens,
  dropOldUsage,
  dropOldVisits,
  markExpiredTokens,
  revokeUnusedTokens,
  type KeptToken,
} from '@/lib/process/housekeeping/housekeeping-store'
import { remindOfEnds } from '@/lib/process/housekeeping/remind-of-ends'
import { keepSigningKeys } from '@/lib/domain/signing-keys/keep-signing-keys'
import { USAGE_DAYS_MAX } from '@/lib/domain/usage/schema'
import { DAY_SECONDS, REVOKED_KEPT_DAYS } from '@/lib/base/durations'

/** The interval between two rounds, whichever instance does them. */
const ROUND_SECONDS = 3600
const TOMBSTONE_SECONDS = REVOKED_KEPT_DAYS * DAY_SECONDS
const UNUSED_SECONDS = 365 * DAY_SECONDS
const CODE_SECONDS = 7 * DAY_SECONDS
const USAGE_SECONDS = USAGE_DAYS_MAX * DAY_SECONDS
const BATCH_SIZE = 500

/** What a round did, in numbers. */
export interface HousekeepingRound {
  expired: number
  unused: number
  reminded: number
  tokensDropped: number
  codesDropped: number
  deviceRequestsDropped: number
  /** Visits to providers, with the nonces of apps and the tickets of unfinished sign-ins. */
  visitsDropped: number
  usageDropped: number
}

/**
 * Does the housekeeping, unless an instance did it within the last hour; returns null then. Records expired tokens
 * in the audit log, reminds owners before and after a token expires, and revokes tokens unused for a year. Deletes
 * revoked tokens, expired sessions and hourly usage after 90 days, codes a week after they were used or expired,
 * requests of the device flow a day after they expired, and expired visits to providers and rate limits. Replaces old
 * signing keys.
 */
export async function keepHouse(): Promise<HousekeepingRound | null> {
  const at = now()
  if (!(await claimRound(at, secondsAfter(at, -ROUND_SECONDS)))) return null
  const unusedSince = secondsAfter(at, -UNUSED_SECONDS)
  const expired = await inBatches('token.expired', (tx) => markExpiredTokens(tx, at, BATCH_SIZE))
  const unused = await inBatches('token.revoked', (tx) => revokeUnusedTokens(tx, at, unusedSince, BATCH_SIZE))
  const reminded = await remindOfEnds(at)
  const tokensDropped = await dropOldTokens(secondsAfter(at, -TOMBSTONE_SECONDS))
  const codesDropped = await dropOldCodes(secondsAfter(at, -CODE_SECONDS))
  const deviceRequestsDropped = await dropOldDeviceRequests(secondsAfter(at, -DAY_SECONDS))
  const visitsDropped = await dropOldVisits(at)
  const usageDropped = await dropOldUsage(secondsAfter(at, -USAGE_SECONDS))
  await dropOldLimits(at)
  await keepSigningKeys()
  const dropped = { tokensDropped, codesDropped, deviceRequestsDropped, visitsDropped, usageDropped }
  return { expired, unused, reminded, ...dropped }
}

/**
 * Uses short transactions, so that others do not wait long. Writes each token together with its row in the audit
 * log.
 */
async function inBatches(
  action: 'token.expired' | 'token.revoked',
  change: (tx: Db) => Promise<Batch<KeptToken>>,
): Promise<number> {
  let total = 0
  for (;;) {
    const { changed, isLast } = await transaction(async (tx) => {
      const batch = await change(tx)
      const details = { by: 'housekeeping' }
      await recordAudits(
        tx,
        batch.changed.map(({ id, userId }) => ({
          action,
          actor: null,
          userId,
          target: { type: 'token', id },
          details,
        })),
      )
      return batch
    })
    total += changed.length
    if (isLast) return total
  }
}
