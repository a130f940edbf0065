import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { secondsAfter } from '@/lib/base/clock'
import { transaction } from '@/lib/db/transaction'
import { claimReminders, type ReminderStage } from '@/lib/process/housekeeping/reminder-store'
import { DAY_SECONDS, REMINDER_DAYS } from '@/lib/base/durations'

const BATCH_SIZE = 200

interface Reminder {
  stage: ReminderStage
  kind: 'token_ending' | 'token_ended'
  /** The token expires between these two days from now. */
  afterDays: number
  untilDays: number
}

const [FIRST_DAYS, SECOND_DAYS] = REMINDER_DAYS

const REMINDERS: readonly Reminder[] = [
  // A token that expired long before this round is no news.
  { stage: 3, kind: 'token_ended', afterDays: -2, untilDays: 0 },
  { stage: 2, kind: 'token_ending', afterDays: 0, untilDays: SECOND_DAYS },
  { stage: 1, kind: 'token_ending', afterDays: SECOND_DAYS, untilDays: FIRST_DAYS },
]

/**
 * Emails owners a week and a day before a personal token expires, and when it has expired, once each. Skips a
 * reminder if the token's whole lifetime is shorter than its notice.
 * @returns how many tokens were checked
 */
export async function remindOfEnds(at: Date): Promise<number> {
  let total = 0
  for (const reminder of REMINDERS) {
    for (;;) {
      const { changed, isLast } = await remind(reminder, at)
      total += changed.length
      if (isLast) break
    }
  }
  return total
}

async function remind({ stage, kind, afterDays, untilDays }: Reminder, at: Date) {
  const window = { after: secondsAfter(at, afterDays * DAY_SECONDS), until: secondsAfter(at, untilDays * DAY_SECONDS) }
  return transaction(async (tx) => {
    const batch = await claimReminders(tx, stage, window, BATCH_SIZE)
    for (const { userId, name: token, createdAt, expiresAt } of batch.changed) {
      if (secondsAfter(createdAt, untilDays * DAY_SECONDS) >= expiresAt) continue
      await notifyOwner(tx, userId, kind, { token, endsAt: expiresAt.toISOString() })
    }
    return batch
  })
}
