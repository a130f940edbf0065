import type { ManagedTokenAddress } from '@/components/admin/tokens/managed-token-address'
import { unusedSince } from '@/components/tokens/list/token-parts'
import type { TokenSelector } from '@/lib/domain/admin/tokens/schema'

/**
 * Converts the list's filters to a selection for bulk revocation. Returns null unless the list is filtered and shows
 * only active or unused tokens.
 */
export function selectionOfAddress({ show, q, user, kind }: ManagedTokenAddress, nowMs: number): TokenSelector | null {
  if (show !== 'active' && show !== 'unused') return null
  const selection = {
    ...(q !== undefined && { q }),
    ...(user !== undefined && { user }),
    ...(kind !== undefined && { kind }),
    ...(show === 'unused' && { unused_since: unusedSince(nowMs) }),
  }
  return Object.keys(selection).length === 0 ? null : selection
}
