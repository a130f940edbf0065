import { now } from '@/lib/base/clock'
import type { Db } from '@/lib/db/client'
import type { CodePurpose, OneTimeCode } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { foldEmail } from '@/lib/base/schema/email-address'

export type { CodePurpose, OneTimeCode }

interface NewCode {
  purpose: CodePurpose
  userId: string | null
  subject: string | null
  digest: Uint8Array<ArrayBuffer>
  expiresAt: Date
}

const usable = (purpose: CodePurpose) => ({ purpose, usedAt: null, expiresAt: { gt: now() } })

/** Stores a code as its digest. */
export async function insertCode(tx: Db, { subject, ...code }: NewCode): Promise<OneTimeCode> {
  const subjectKey = subject === null ? null : foldEmail(subject)
  return tx.oneTimeCode.create({ data: { ...code, subject, subjectKey, createdAt: now() } })
}

/** Uses up a code in one statement: of any number of concurrent callers, one gets its row. */
export async function useCode(
  tx: Db,
  purpose: CodePurpose,
  digest: Uint8Array<ArrayBuffer>,
): Promise<OneTimeCode | null> {
  const used = await tx.oneTimeCode.updateManyAndReturn({
    where: { digest, ...usable(purpose) },
    data: { usedAt: now() },
  })
  return used[0] ?? null
}

/** Finds a usable code without using it up. */
export async function findUsableCode(
  purpose: CodePurpose,
  digest: Uint8Array<ArrayBuffer>,
): Promise<OneTimeCode | null> {
  return reading((db) => findUsableCodeIn(db, purpose, digest))
}

/** Does the same in a transaction. */
export async function findUsableCodeIn(
  db: Db,
  purpose: CodePurpose,
  digest: Uint8Array<ArrayBuffer>,
): Promise<OneTimeCode | null> {
  return db.oneTimeCode.findUnique({ where: { digest, ...usable(purpose) } })
}

/** Deletes the unused codes of an account for these purposes; with `madeSince`, only those created at or after it. */
export async function deleteCodes(
  tx: Db,
  userId: string,
  purposes: readonly CodePurpose[],
  madeSince?: Date,
): Promise<void> {
  const since = madeSince === undefined ? {} : { createdAt: { gte: madeSince } }
  await tx.oneTimeCode.deleteMany({ where: { userId, purpose: { in: [...purposes] }, usedAt: null, ...since } })
}

/**
 * Deletes every unused code, every request of the device flow, and every visit to a provider and ticket of a sign-in
 * created before an instant, for any account. Returns how many.
 */
export async function deleteOlderCodesForAdmin(tx: Db, before: Date): Promise<number> {
  const codes = await tx.oneTimeCode.deleteMany({ where: { createdAt: { lt: before }, usedAt: null } })
  const older = { where: { createdAt: { lt: before } } }
  const requests = await tx.deviceRequest.deleteMany(older)
  const journeys = await tx.journey.deleteMany(older)
  const nonces = await tx.signInNonce.deleteMany(older)
  const tickets = await tx.signInTicket.deleteMany(older)
  return codes.count + requests.count + journeys.count + nonces.count + tickets.count
}

/** Returns whether a usable code of an account other than `userId` reserves this subject. */
export async function isSubjectHeld(
  tx: Db,
  purpose: CodePurpose,
  subject: string,
  userId: string | null,
): Promise<boolean> {
  const others = userId === null ? {} : { NOT: { userId } }
  const where = { subjectKey: foldEmail(subject), ...usable(purpose), ...others }
  return (await tx.oneTimeCode.count({ where })) > 0
}
