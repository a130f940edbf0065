import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import { foldEmail } from '@/lib/base/schema/email-address'

/** Whom mail about an account goes to; null without a confirmed address. */
export async function findRecipient(tx: Db, userId: string): Promise<{ username: string; email: string } | null> {
  return tx.user.findUnique({
    where: { id: userId, emailVerifiedAt: { not: null } },
    select: { username: true, email: true },
  })
}

/** Notes that an active account's address is confirmed; false when it is another one. */
export async function markEmailConfirmed(tx: Db, userId: string, email: string): Promise<boolean> {
  const at = now()
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true, emailKey: foldEmail(email) },
    data: { emailVerifiedAt: at, updatedAt: at },
  })
  return count === 1
}

/** Gives an active account a confirmed address. The unique index decides; see `nameTaken`. */
export async function setEmail(tx: Db, userId: string, email: string): Promise<boolean> {
  const at = now()
  const { count } = await tx.user.updateMany({
    where: { id: userId, isActive: true },
    data: { email, emailKey: foldEmail(email), emailVerifiedAt: at, updatedAt: at },
  })
  return count === 1
}
