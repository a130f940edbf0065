import { adminTokensTexts } from '@/components/admin/texts-tokens'
import { unusedSince } from '@/components/tokens/list/token-parts'
import { DAY_MS, EXPIRING_SOON_DAYS, UNUSED_DAYS } from '@/lib/base/durations'
import type { ListManagedTokensQuery } from '@/lib/domain/admin/tokens/schema'

/** The parts of the list of all tokens that the page offers. */
export const managedTokenParts = ['active', 'ending', 'unused', 'expired', 'revoked', 'all'] as const

export type ManagedTokenPart = (typeof managedTokenParts)[number]

export const managedTokenPartNames: Record<ManagedTokenPart, string> = {
  ...adminTokensTexts.parts,
  unused: adminTokensTexts.parts.unused(UNUSED_DAYS),
}

/** Returns the API filters of a part of the list. */
export function filtersOfManagedTokenPart(
  part: ManagedTokenPart,
  nowMs: number,
): Pick<ListManagedTokensQuery, 'status' | 'unused_since' | 'expires_before'> {
  switch (part) {
    case 'ending':
      return { status: 'active', expires_before: new Date(nowMs + EXPIRING_SOON_DAYS * DAY_MS).toISOString() }
    case 'unused':
      return { status: 'active', unused_since: unusedSince(nowMs) }
    case 'all':
      return {}
    case 'active':
    case 'expired':
    case 'revoked':
      return { status: part }
  }
}
