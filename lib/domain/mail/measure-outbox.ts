import { nowMs } from '@/lib/base/clock'
import { measureEntries } from '@/lib/domain/mail/outbox-store'

/** How many mails are still to be sent, and for how long the oldest has been waiting. @throws AppError store_unavailable */
export async function measureOutbox(): Promise<{ mails: number; oldestSeconds: number }> {
  const { count, oldest } = await measureEntries()
  return { mails: count, oldestSeconds: oldest === null ? 0 : Math.max(0, (nowMs() - oldest.getTime()) / 1000) }
}
