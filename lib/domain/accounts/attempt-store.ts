import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'

/** The counters of an account after an attempt was counted. */
interface AttemptCount {
  failedSignIns: number
  signInsAllowed: number
  isLocked: boolean
}

/**
 * Counts an attempt in a single statement. The same statement clears an expired lock and then allows `allowance` more
 * attempts.
 */
export async function countAttempt(userId: string, at: Date, allowance: number): Promise<AttemptCount> {
  const [row] = await transaction(
    (tx) => tx.$queryRaw<{ failed: number | bigint; allowed: number | bigint; locked: Date | null }[]>`
      UPDATE account SET
        failed_sign_ins = failed_sign_ins + 1,
        sign_ins_allowed = CASE WHEN locked_until <= ${at} THEN failed_sign_ins + ${allowance} ELSE sign_ins_allowed END,
        locked_until = CASE WHEN locked_until <= ${at} THEN NULL ELSE locked_until END
      WHERE id = ${userId}
      RETURNING failed_sign_ins AS failed, sign_ins_allowed AS allowed, locked_until AS locked`,
  )
  // The account was deleted in the meantime: allow nothing.
  if (row === undefined) return { failedSignIns: 1, signInsAllowed: 0, isLocked: true }
  return { failedSignIns: Number(row.failed), signInsAllowed: Number(row.allowed), isLocked: row.locked !== null }
}

/**
 * Costs the same as `countAttempt`, for a name that no account has: one write to one row, so response time reveals
 * nothing.
 */
export async function countUnknownAttempt(): Promise<void> {
  await transaction((tx) => tx.$queryRaw`UPDATE instance SET revision = revision + 1 WHERE id = 1 RETURNING revision`)
}

/** Counts an attempt from a known browser and returns the number of consecutive ones. */
export async function countKnownBrowserAttempt(userId: string): Promise<number> {
  const [row] = await transaction((tx) =>
    tx.user.updateManyAndReturn({ where: { id: userId }, data: { knownBrowserFailures: { increment: 1 } } }),
  )
  // The account was deleted in the meantime: allow nothing.
  return row?.knownBrowserFailures ?? Number.POSITIVE_INFINITY
}

/** Undoes `countKnownBrowserAttempt` when the password was never checked. */
export async function uncountKnownBrowserAttempt(userId: string): Promise<void> {
  await transaction((tx) =>
    tx.user.updateMany({
      where: { id: userId, knownBrowserFailures: { gt: 0 } },
      data: { knownBrowserFailures: { decrement: 1 } },
    }),
  )
}

/** Undoes `countAttempt` when the password was never checked. */
export async function uncountAttempt(userId: string): Promise<void> {
  await transaction((tx) =>
    tx.user.updateMany({
      where: { id: userId, failedSignIns: { gt: 0 } },
      data: { failedSignIns: { decrement: 1 } },
    }),
  )
}

/** Locks an account that is not locked. Returns false if a concurrent request locked it first. */
export async function lockAccount(userId: string, lockedUntil: Date): Promise<boolean> {
  const { count } = await transaction((tx) =>
    tx.user.updateMany({ where: { id: userId, lockedUntil: null }, data: { lockedUntil } }),
  )
  return count === 1
}

/** Resets the failed attempts of an account if its stored hash is still `passwordHash`. */
export async function forgetAttempts(
  tx: Db,
  userId: string,
  attemptsAllowed: number,
  passwordHash: PasswordHash,
): Promise<void> {
  await tx.user.updateMany({ where: { id: userId, passwordHash }, data: noAttempts(attemptsAllowed) })
}

/** Returns the column values of an account with no failed attempts. */
export function noAttempts(signInsAllowed: number) {
  return { failedSignIns: 0, knownBrowserFailures: 0, signInsAllowed, lockedUntil: null }
}
