import type { StatsView } from '@/lib/domain/admin/stats/schema'
import { sumTokensForAdmin, type TokenInstants } from '@/lib/domain/admin/stats/stats-store'
import { now, nowMs, secondsAfter } from '@/lib/base/clock'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'
import { DAY_SECONDS, EXPIRING_SOON_DAYS, UNUSED_DAYS } from '@/lib/base/durations'

/** The number of rows to count per query. SQLite runs nothing else in the meantime. */
const SLICE = 5000
/** A count that takes at least this long is cached instead of repeated for every request. */
const CHEAP_MS = 100
const KEPT_MS = 60_000

type Counts = Pick<StatsView, 'counted_at' | 'live_tokens' | 'personal_tokens'>

interface Holder {
  last: { counts: Counts; atMs: number; tookMs: number } | null
  running: Promise<Counts> | null
}

const holder = () => singleton<Holder>('token-counts', () => ({ last: null, running: null }))

/**
 * Counts the live tokens. Fast counts run on every request. A slow count runs at most once a minute, in small slices,
 * and requests in the meantime get the previous numbers; `counted_at` shows their age.
 */
export async function countManagedTokens(): Promise<Counts> {
  const held = holder()
  const { last } = held
  const isDear = last !== null && last.tookMs >= CHEAP_MS
  if (isDear && nowMs() - last.atMs < KEPT_MS) return last.counts
  const running = (held.running ??= count(held).finally(() => (held.running = null)))
  if (!isDear) return running
  running.catch((err: unknown) => log().warn({ err }, 'tokens could not be counted'))
  return last.counts
}

async function count(held: Holder): Promise<Counts> {
  const at = now()
  const instants = {
    at,
    endingBefore: secondsAfter(at, EXPIRING_SOON_DAYS * DAY_SECONDS),
    unusedSince: secondsAfter(at, -UNUSED_DAYS * DAY_SECONDS),
  }
  const counts = await sumAll(instants)
  held.last = { counts, atMs: nowMs(), tookMs: nowMs() - at.getTime() }
  return counts
}

async function sumAll(instants: TokenInstants): Promise<Counts> {
  const live = { session: 0, device: 0, personal: 0, refresh: 0 }
  const personal = { ending_soon: 0, unused: 0 }
  let after = ''
  for (let isMore = true; isMore;) {
    const sums = await sumTokensForAdmin(after, SLICE, instants)
    for (const sum of sums) {
      live[sum.kind as keyof typeof live] += Number(sum.live)
      if (sum.kind !== 'personal') continue
      personal.ending_soon += Number(sum.ending_soon)
      personal.unused += Number(sum.unused)
    }
    isMore = sums.reduce((total, sum) => total + Number(sum.total), 0) === SLICE
    after = sums.reduce((last, sum) => (sum.last > last ? sum.last : last), after)
  }
  return { counted_at: instants.at.toISOString(), live_tokens: live, personal_tokens: personal }
}
