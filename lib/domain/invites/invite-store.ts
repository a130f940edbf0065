import type { Db } from '@/lib/db/client'
import type { OneTimeCode } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'

/** A stored invitation. */
export type Invite = OneTimeCode

/**
 * Returns up to `limit` + 1 invitations before `beforeId`, newest first. The extra row means that there is a next page.
 */
export async function listInviteRows(beforeId: string | null, limit: number): Promise<Invite[]> {
  return reading((db) =>
    db.oneTimeCode.findMany({
      where: { purpose: 'invitation', ...(beforeId !== null && { id: { lt: beforeId } }) },
      orderBy: { id: 'desc' },
      take: limit + 1,
    }),
  )
}

/** Deletes an unused invitation. Returns false if there is none. */
export async function deleteInvite(tx: Db, id: string): Promise<boolean> {
  const { count } = await tx.oneTimeCode.deleteMany({ where: { id, purpose: 'invitation', usedAt: null } })
  return count === 1
}
