import { reading, transaction } from '@/lib/db/transaction'

/** How many sign-ins came to what. */
export interface DayCounts {
  succeeded: number
  failed: number
}

/** Adds to the row of a day, which every instance adds to. */
export async function addToDay(day: string, { succeeded, failed }: DayCounts): Promise<void> {
  await transaction((tx) =>
    tx.signInDay.upsert({
      where: { day },
      create: { day, succeeded, failed },
      update: { succeeded: { increment: succeeded }, failed: { increment: failed } },
    }),
  )
}

/** The days from `firstDay` on that saw a sign-in, as `2026-11-24`. */
export async function findDays(firstDay: string): Promise<(DayCounts & { day: string })[]> {
  return reading((db) => db.signInDay.findMany({ where: { day: { gte: firstDay } } }))
}
