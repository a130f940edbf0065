import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { foldEmail } from '@/lib/base/schema/email-address'

/** Returns the recipient of emails about an account, or null if its address is not confirmed. */
export async function findRecipient(tx: Db, userId: string): Promise<{ username: string; email: string } | null> {
  return tx.user.findUnique({
    where: { id: userId, emailVerifiedAt: { not: null } },
    select: { username: true, email: true },
  })
}

/**
 * Marks the address of an active account as confirmed. Returns false if the account is not active or has another
 * address by now.
 */
export async function markEmailConfirmed(tx: Db, userId: string, email: string): Promise<boolean> {
  const at = now()
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true, emailKey: foldEmail(email) },
    data: { emailVerifiedAt: at, updatedAt: at },
  })
  return count === 1
}

/**
 * Gives an active account a confirmed address. Returns false if the account is not active. The unique index decides;
 * see `nameTaken`.
 */
export async function setEmail(tx: Db, userId: string, email: string): Promise<boolean> {
  const at = now()
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true },
    data: { email, emailKey: foldEmail(email), emailVerifiedAt: at, updatedAt: at },
  })
  return count === 1
}
