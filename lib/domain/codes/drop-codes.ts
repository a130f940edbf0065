import { deleteCodes, deleteOlderCodesForAdmin, isSubjectHeld, type CodePurpose } from '@/lib/domain/codes/code-store'
import type { Db } from '@/lib/db/client'

/** Makes the unused codes of an account for these purposes useless; with `madeSince`, only those from then on. */
export async function dropCodes(
  tx: Db,
  userId: string,
  purposes: readonly CodePurpose[],
  madeSince?: Date,
): Promise<void> {
  await deleteCodes(tx, userId, purposes, madeSince)
}

/** Makes every unused code useless that was made before an instant; how many. */
export async function dropOlderCodes(tx: Db, before: Date): Promise<number> {
  return deleteOlderCodesForAdmin(tx, before)
}

/** Whether an address is kept for somebody else, who can still take back a change of it. */
export async function isAddressKept(tx: Db, email: string, userId: string | null): Promise<boolean> {
  return isSubjectHeld(tx, 'undo_email_change', email, userId)
}
