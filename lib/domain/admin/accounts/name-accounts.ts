import { findUsernamesForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'

/** Returns the current usernames of those of `ids` that still are accounts, by id. Ignores null. */
export async function nameAccounts(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  return known.length === 0 ? new Map() : findUsernamesForAdmin(known)
}
