import { keepHouse } from '@/lib/housekeeping/keep-house'
import { log } from '@/lib/log'

const EVERY_MS = 600_000

/** Looks every ten minutes whether a round of housekeeping is due; the returned function stops that. */
export function startHousekeeping(): () => void {
  const round = async () => {
    try {
      const done = await keepHouse()
      if (done) log().info(done, 'housekeeping')
    } catch (err) {
      log().warn({ err }, 'housekeeping failed; it is tried again later')
    }
  }
  void round()
  const timer = setInterval(() => void round(), EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}
