import { beforeEach, describe, expect, it } from 'vitest'
import { database } from '@/lib/db/client'
import type { Backfill } from '@/lib/process/backfill/backfills'
import { runBackfills } from '@/lib/process/backfill/run-backfills'

const ROWS = 703
const idOf = (index: number) => `row-${String(index).padStart(5, '0')}`

/** Fills `points` of rows of `rate_limit`, which has no column that a backfill would need, and counts how often. */
function backfillOf(seen: string[]): Backfill {
  return {
    name: 'test_points',
    async fill(tx, afterId, limit) {
      const rows = await tx.rateLimit.findMany({
        where: { key: { gt: afterId } },
        orderBy: { key: 'asc' },
        take: limit,
      })
      const keys = rows.map(({ key }) => key)
      seen.push(...keys)
      await tx.rateLimit.updateMany({ where: { key: { in: keys } }, data: { points: { increment: 1 } } })
      return keys.at(-1) ?? null
    },
  }
}

const unstopped = () => new AbortController().signal
const points = async () => {
  const rows = await database().rateLimit.groupBy({ by: ['points'], _count: true })
  return rows.map(({ points, _count }) => [points, _count])
}

beforeEach(async () => {
  await database().backfill.deleteMany()
  await database().rateLimit.deleteMany()
  await database().rateLimit.createMany({
    data: Array.from({ length: ROWS }, (_, index) => ({ key: idOf(index), points: 0 })),
  })
})

describe('a backfill', () => {
  it('fills every row once, and does nothing when it is run again', async () => {
    await runBackfills([backfillOf([])], unstopped())
    expect(await points()).toEqual([[1, ROWS]])
    const unwanted = () => Promise.reject(new Error('It is finished'))
    await runBackfills([{ ...backfillOf([]), fill: unwanted }], unstopped())
    expect(await points()).toEqual([[1, ROWS]])
  })

  it('fills every row once when instances run it at the same time', async () => {
    await Promise.all(Array.from({ length: 3 }, () => runBackfills([backfillOf([])], unstopped())))
    expect(await points()).toEqual([[1, ROWS]])
  })

  it('continues after a failure where the last committed batch ended', async () => {
    const backfill = backfillOf([])
    let batches = 0
    const failing: Backfill = {
      ...backfill,
      fill: async (...input) => {
        const reachedId = await backfill.fill(...input)
        batches += 1
        if (batches === 2) throw new Error('the second batch fails')
        return reachedId
      },
    }
    await expect(runBackfills([failing], unstopped())).rejects.toThrow('the second batch fails')
    expect(await points()).toEqual(expect.arrayContaining([[1, 200]]))
    const seen: string[] = []
    await runBackfills([backfillOf(seen)], unstopped())
    expect(seen).toHaveLength(ROWS - 200)
    expect(await points()).toEqual([[1, ROWS]])
  })

  it('stops between two batches when it is told to', async () => {
    const stopped = new AbortController()
    const seen: string[] = []
    const backfill = backfillOf(seen)
    const stopping: Backfill = {
      ...backfill,
      fill: async (...input) => {
        stopped.abort()
        return backfill.fill(...input)
      },
    }
    await runBackfills([stopping], stopped.signal)
    expect(seen).toHaveLength(200)
    expect(await database().backfill.findMany()).toEqual([{ name: 'test_points', lastId: idOf(199), finishedAt: null }])
  })
})
