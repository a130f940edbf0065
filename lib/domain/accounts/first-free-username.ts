import { findUsernameClaims } from '@/lib/domain/accounts/account-store'
import type { Db } from '@/lib/db/client'
import { foldName } from '@/lib/base/schema/fold-name'

/** Returns the first of these usernames that no account ever had, or null. */
export async function firstFreeUsername(db: Db, usernames: readonly string[]): Promise<string | null> {
  const taken = await findUsernameClaims(db, usernames.map(foldName))
  return usernames.find((username) => !taken.has(foldName(username))) ?? null
}
