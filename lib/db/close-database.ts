import { database } from '@/lib/db/client'

/** Gives back every connection of the process. */
export async function closeDatabase(): Promise<void> {
  await database().$disconnect()
}
