import { findUsernamesForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'

/** The present usernames of those of `ids` that are accounts still; null stands for nobody. */
export async function nameAccounts(ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  return known.length === 0 ? new Map() : findUsernamesForAdmin(known)
}
