import { addToDay, type DayCounts } from '@/lib/domain/accounts/sign-in/sign-in-day-store'
import { now } from '@/lib/base/clock'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'

/** Counts by day that are not in the database yet. Holds a day or two, so strangers cannot make it grow. */
const pending = () => singleton('sign-in-days', () => new Map<string, DayCounts>())

/** Counts a sign-in for today. It is written within seconds, in a batch. */
export function countSignIn(outcome: keyof DayCounts): void {
  const day = now().toISOString().slice(0, 10)
  add(day, { succeeded: 0, failed: 0, [outcome]: 1 })
}

/** Writes the pending counts. Keeps and logs what it cannot write, for the next attempt. */
export async function writeSignInDays(): Promise<void> {
  const days = [...pending()]
  pending().clear()
  for (const [day, counts] of days) {
    try {
      await addToDay(day, counts)
    } catch (err) {
      add(day, counts)
      log().warn({ err }, 'sign-ins could not be counted; will retry')
    }
  }
}

function add(day: string, { succeeded, failed }: DayCounts): void {
  const known = pending().get(day) ?? { succeeded: 0, failed: 0 }
  pending().set(day, { succeeded: known.succeeded + succeeded, failed: known.failed + failed })
}
