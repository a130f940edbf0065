import { database } from '@/lib/db/client'

/** Closes every connection of the Prisma client. */
export async function closeDatabase(): Promise<void> {
  await database().$disconnect()
}
