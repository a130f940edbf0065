import { setTimeout as sleep } from 'node:timers/promises'
import { now, nowMs } from '@/lib/base/clock'
import { log } from '@/lib/base/log'
import { afterCommit, transaction } from '@/lib/db/transaction'
import type { Backfill } from '@/lib/process/backfill/backfills'

const BATCH_ROWS = 200
/** Leaves the database to requests for most of the time. */
const PAUSE_FACTOR = 4
const PAUSE_MIN_MS = 10

/**
 * Runs each backfill to its end, in short transactions with pauses between them, from where any instance left off. Stops
 * early when `signal` is aborted; several instances may run it at once.
 * @throws AppError store_unavailable
 */
export async function runBackfills(backfills: readonly Backfill[], signal: AbortSignal): Promise<void> {
  for (const backfill of backfills) {
    let isFinished = false
    while (!isFinished && !signal.aborted) {
      const startedMs = nowMs()
      isFinished = await runBatch(backfill)
      if (!isFinished) await sleep(Math.max(PAUSE_MIN_MS, (nowMs() - startedMs) * PAUSE_FACTOR))
    }
  }
}

/** Fills the next rows and saves the progress in one transaction. Returns whether the backfill is finished. */
async function runBatch({ name, fill }: Backfill): Promise<boolean> {
  return transaction(async (tx) => {
    // The row stays locked until the commit, so instances take turns.
    const { lastId, finishedAt } = await tx.backfill.upsert({ where: { name }, create: { name }, update: { name } })
    if (finishedAt !== null) return true
    const reachedId = await fill(tx, lastId, BATCH_ROWS)
    await tx.backfill.update({
      where: { name },
      data: reachedId === null ? { finishedAt: now() } : { lastId: reachedId },
    })
    if (reachedId === null) afterCommit(tx, () => log().info({ backfill: name }, 'backfill finished'))
    return reachedId === null
  })
}
