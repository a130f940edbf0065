import { writeSignInDays } from '@/lib/domain/accounts/sign-in/sign-in-days'
import { log } from '@/lib/base/log'
import { writeUses } from '@/lib/domain/usage/write-uses'

const EVERY_MS = 10_000

/** Writes uses of tokens, and how many sign-ins the day saw, every ten seconds; the returned function ends that, and writes the rest. */
export function startRecording(): () => Promise<void> {
  let writing = Promise.resolve()
  const write = async (everything: boolean) => {
    try {
      await writeUses(everything)
      await writeSignInDays()
    } catch (err) {
      log().error({ err }, 'uses of tokens could not be written')
    }
  }
  // One after the other: a round that hangs on the database is not overtaken by the next.
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
