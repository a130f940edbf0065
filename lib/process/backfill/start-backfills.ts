import { setTimeout as sleep } from 'node:timers/promises'
import { log } from '@/lib/base/log'
import { BACKFILLS } from '@/lib/process/backfill/backfills'
import { runBackfills } from '@/lib/process/backfill/run-backfills'

const RETRY_MS = 60_000

/** Runs the backfills beside the requests, and again a minute after a failure; the returned function stops that. */
export function startBackfills(): () => void {
  const stopped = new AbortController()
  const run = async () => {
    while (!stopped.signal.aborted) {
      try {
        await runBackfills(BACKFILLS, stopped.signal)
        return
      } catch (err) {
        log().warn({ err }, 'backfill failed; will retry later')
        await sleep(RETRY_MS, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined)
      }
    }
  }
  void run()
  return () => stopped.abort()
}
