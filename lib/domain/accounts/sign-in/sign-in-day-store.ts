import { reading, transaction } from '@/lib/db/transaction'

/** The sign-ins of a day by outcome. */
export interface DayCounts {
  succeeded: number
  failed: number
}

/** Adds to the row of a day. All instances share that row. */
export async function addToDay(day: string, { succeeded, failed }: DayCounts): Promise<void> {
  await transaction((tx) =>
    tx.signInDay.upsert({
      where: { day },
      create: { day, succeeded, failed },
      update: { succeeded: { increment: succeeded }, failed: { increment: failed } },
    }),
  )
}

/** Returns the counts of the days from `firstDay` (as `2026-11-24`) on; days without sign-ins are absent. */
export async function findDays(firstDay: string): Promise<(DayCounts & { day: string })[]> {
  return reading((db) => db.signInDay.findMany({ where: { day: { gte: firstDay } } }))
}
