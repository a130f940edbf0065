import type { ManagedTokenRow } from '@/lib/domain/admin/tokens/managed-token-store'
import type { ManagedToken } from '@/lib/domain/admin/tokens/schema'
import type { Administrator } from '@/lib/keys/principal'
import { presentToken } from '@/lib/domain/tokens/present-token'
import { shownEmail } from '@/lib/base/schema/no-email'

/** Builds the view of any account's token that administrators see. `current` marks the token that makes the request. */
export function presentManagedToken(token: ManagedTokenRow, admin: Administrator): ManagedToken {
  const { id, username, email, isActive, isAdmin } = token.user
  return {
    ...presentToken(token, { isAdmin, tokenId: admin?.tokenId ?? '' }),
    owner: { id, username, email: shownEmail(email), is_active: isActive },
  }
}
