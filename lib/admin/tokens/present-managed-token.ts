import type { ManagedTokenRow } from '@/lib/admin/tokens/managed-token-store'
import type { ManagedToken } from '@/lib/admin/tokens/schema'
import type { Administrator } from '@/lib/auth/principal'
import { presentToken } from '@/lib/tokens/present-token'

/** A token of anybody, as administrators see it; `current` where it is the one that asks. */
export function presentManagedToken(token: ManagedTokenRow, admin: Administrator): ManagedToken {
  const { id, username, email, isActive, isAdmin } = token.user
  return {
    ...presentToken(token, { isAdmin, tokenId: admin?.tokenId ?? '' }),
    owner: { id, username, email, is_active: isActive },
  }
}
