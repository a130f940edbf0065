import { addToDay, type DayCounts } from '@/lib/domain/accounts/sign-in/sign-in-day-store'
import { now } from '@/lib/base/clock'
import { log } from '@/lib/base/log'
import { singleton } from '@/lib/base/singleton'

/** By day, what is not in the database yet: a day or two, whatever strangers do. */
const pending = () => singleton('sign-in-days', () => new Map<string, DayCounts>())

/** Counts a sign-in of today; it is written within seconds, together with others. */
export function countSignIn(outcome: keyof DayCounts): void {
  const day = now().toISOString().slice(0, 10)
  add(day, { succeeded: 0, failed: 0, [outcome]: 1 })
}

/** Writes what was counted. What cannot be written is kept for the next time, and the log says so. */
export async function writeSignInDays(): Promise<void> {
  const days = [...pending()]
  pending().clear()
  for (const [day, counts] of days) {
    try {
      await addToDay(day, counts)
    } catch (err) {
      add(day, counts)
      log().warn({ err }, 'sign-ins could not be counted; it is tried again')
    }
  }
}

function add(day: string, { succeeded, failed }: DayCounts): void {
  const known = pending().get(day) ?? { succeeded: 0, failed: 0 }
  pending().set(day, { succeeded: known.succeeded + succeeded, failed: known.failed + failed })
}
