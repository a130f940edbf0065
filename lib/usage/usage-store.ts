import { reading } from '@/lib/db/transaction'
import { ADDRESSES_MAX } from '@/lib/usage/schema'

/** The hours since `since` and the last addresses of a token of this owner; null when there is no such token. */
export async function findOwnTokenUsage(userId: string, id: string, since: Date) {
  return reading((db) =>
    db.token.findUnique({
      where: { id, userId },
      select: {
        usage: { where: { hour: { gte: since } }, orderBy: { hour: 'asc' }, omit: { tokenId: true } },
        addresses: { orderBy: { lastUsedAt: 'desc' }, take: ADDRESSES_MAX, omit: { tokenId: true } },
      },
    }),
  )
}
