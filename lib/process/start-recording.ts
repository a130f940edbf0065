import { writeSignInDays } from '@/lib/domain/accounts/sign-in/sign-in-days'
import { log } from '@/lib/base/log'
import { writeUses } from '@/lib/domain/usage/write-uses'

const EVERY_MS = 10_000

/**
 * Writes the uses of tokens and the day's number of sign-ins every ten seconds. Returns a function that stops this
 * and writes the rest.
 */
export function startRecording(): () => Promise<void> {
  let writing = Promise.resolve()
  const write = async (everything: boolean) => {
    try {
      await writeUses(everything)
      await writeSignInDays()
    } catch (err) {
      log().error({ err }, 'token usage could not be written')
    }
  }
  // One round at a time: the next round does not overtake one that hangs on the database.
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    writing = write(false).finally(() => (isBusy = false))
  }, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await writing
    await write(true)
  }
}
