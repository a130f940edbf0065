import type { Db } from '@/lib/db/client'

/** Ends the visits to providers that the sessions of an account have started. Lock the account’s row first. */
export async function dropJourneys(tx: Db, userId: string): Promise<void> {
  await tx.journey.deleteMany({ where: { userId } })
}
