import { AsyncResource } from 'node:async_hooks'
import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/base/log'
import { deliverMail } from '@/lib/process/mail/deliver-mail'
import { onMailWake } from '@/lib/domain/mail/mail-wake'

const EVERY_MS = 5000
const FINISH_MS = 5000
/** Lets entries gather while many are written: one round for many costs less than a round for each. */
const BETWEEN_ROUNDS_MS = 50

/**
 * Sends emails beside the requests: immediately after a commit that put some into the outbox, and every few seconds
 * what is left over. Returns a function that stops this and waits up to 5 s for the round in progress.
 */
export function startMailDelivery(): () => Promise<void> {
  let round: Promise<void> | null = null
  let isWanted = false
  let isStopped = false

  const rounds = async () => {
    while (isWanted && !isStopped) {
      isWanted = false
      try {
        if ((await deliverMail()) > 0) isWanted = true
        await sleep(BETWEEN_ROUNDS_MS)
      } catch (err) {
        log().warn({ err }, 'outbox could not be read; will retry later')
      }
    }
  }
  const wake = () => {
    isWanted = true
    round ??= rounds().finally(() => (round = null))
  }
  // A round belongs to no request, not even to the one that starts it.
  onMailWake(AsyncResource.bind(wake))
  const timer = setInterval(wake, EVERY_MS)
  timer.unref()
  wake()
  return async () => {
    isStopped = true
    onMailWake(null)
    clearInterval(timer)
    await Promise.race([round, sleep(FINISH_MS, undefined, { ref: false })])
  }
}
