import { keepHouse, type HousekeepingRound } from '@/lib/process/housekeeping/keep-house'
import { log } from '@/lib/base/log'
import { count } from '@/lib/base/metrics/count'

const EVERY_MS = 600_000

/** Checks every ten minutes whether a round of housekeeping is due. Returns a function that stops this. */
export function startHousekeeping(): () => void {
  const round = async () => {
    try {
      const done = await keepHouse()
      if (done) tell(done)
    } catch (err) {
      count('housekeeping_rounds', 'failed')
      log().warn({ err }, 'housekeeping failed; will retry later')
    }
  }
  void round()
  const timer = setInterval(() => void round(), EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

function tell(round: HousekeepingRound): void {
  count('housekeeping_rounds', 'done')
  for (const [what, number] of Object.entries(round)) count('housekeeping_items', what, number as number)
  log().info(round, 'housekeeping done')
}
