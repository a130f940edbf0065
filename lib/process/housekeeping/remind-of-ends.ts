import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { secondsAfter } from '@/lib/base/clock'
import { transaction } from '@/lib/db/transaction'
import { claimReminders, type ReminderStage } from '@/lib/process/housekeeping/reminder-store'
import { DAY_SECONDS } from '@/lib/base/durations'

const BATCH_SIZE = 200

interface Reminder {
  stage: ReminderStage
  kind: 'token_ending' | 'token_ended'
  /** Days from now between which the end lies. */
  afterDays: number
  untilDays: number
}

const REMINDERS: readonly Reminder[] = [
  // What ended long ago, before anybody looked, is no news.
  { stage: 3, kind: 'token_ended', afterDays: -2, untilDays: 0 },
  { stage: 2, kind: 'token_ending', afterDays: 0, untilDays: 1 },
  { stage: 1, kind: 'token_ending', afterDays: 1, untilDays: 7 },
]

/**
 * Mails owners a week and a day before a personal token ends, and when it has ended, once each.
 * A token that was made for less time than that is not announced.
 * @returns how many tokens were looked at
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
