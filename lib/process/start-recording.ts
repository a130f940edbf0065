import { writeSignInDays } from '@/lib/domain/accounts/sign-in/sign-in-days'
import { settings } from '@/lib/base/env'
import { log } from '@/lib/base/log'
import { writeFirstUses, writeUses } from '@/lib/domain/usage/write-uses'

const EVERY_MS = 10_000

/** On SQLite there is no other instance that waits for them. */
const FIRST_USES_EVERY_MS = { postgresql: 100, sqlite: 1000 }
/** Writing first uses takes at most a tenth of the time. */
const PAUSES_PER_WORK = 9

/**
 * Writes the uses of tokens and the day's number of sign-ins every ten seconds, and first uses at once. Returns a
 * function that stops this and writes the rest.
 */
export function startRecording(): () => Promise<void> {
  const write = async (everything: boolean) => {
    try {
      await writeUses(everything)
      await writeSignInDays()
    } catch (err) {
      log().error({ err }, 'token usage could not be written')
    }
  }
  const stopWriting = everySoOften(EVERY_MS, async () => write(false))
  const stopWritingFirst = everySoOften(FIRST_USES_EVERY_MS[settings().databaseKind], pacedFirstUses())
  return async () => {
    await Promise.all([stopWriting(), stopWritingFirst()])
    await write(true)
  }
}

/** Runs rounds one at a time: the next one does not overtake one that hangs on the database. */
function everySoOften(ms: number, round: () => Promise<void>): () => Promise<void> {
  let running = Promise.resolve()
  let isBusy = false
  const timer = setInterval(() => {
    if (isBusy) return
    isBusy = true
    running = round().finally(() => (isBusy = false))
  }, ms)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

/** Returns a round that writes first uses, unless an earlier one took long or has just failed. */
function pacedFirstUses(): () => Promise<void> {
  let quietUntil = 0
  return async () => {
    const started = performance.now()
    if (started < quietUntil) return
    const isWritten = await writeFirstUses()
    const ended = performance.now()
    quietUntil = isWritten ? ended + (ended - started) * PAUSES_PER_WORK : ended + EVERY_MS
  }
}
