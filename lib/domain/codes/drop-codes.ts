import { deleteCodes, deleteOlderCodesForAdmin, isSubjectHeld, type CodePurpose } from '@/lib/domain/codes/code-store'
import type { Db } from '@/lib/db/client'

/**
 * Invalidates the unused codes of an account for these purposes; with `madeSince`, only those created at or after it.
 */
export async function dropCodes(
  tx: Db,
  userId: string,
  purposes: readonly CodePurpose[],
  madeSince?: Date,
): Promise<void> {
  await deleteCodes(tx, userId, purposes, madeSince)
}

/** Invalidates every unused code, codes of devices included, created before an instant. Returns how many. */
export async function dropOlderCodes(tx: Db, before: Date): Promise<number> {
  return deleteOlderCodesForAdmin(tx, before)
}

/** Returns whether an address is reserved for another account, which can still undo its email change. */
export async function isAddressKept(tx: Db, email: string, userId: string | null): Promise<boolean> {
  return isSubjectHeld(tx, 'undo_email_change', email, userId)
}
