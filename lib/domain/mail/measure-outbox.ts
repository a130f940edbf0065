import { nowMs } from '@/lib/base/clock'
import { measureEntries } from '@/lib/domain/mail/outbox-store'

/** Returns how many emails are pending and for how long the oldest has waited. @throws AppError store_unavailable */
export async function measureOutbox(): Promise<{ mails: number; oldestSeconds: number }> {
  const { count, oldest } = await measureEntries()
  return { mails: count, oldestSeconds: oldest === null ? 0 : Math.max(0, (nowMs() - oldest.getTime()) / 1000) }
}
