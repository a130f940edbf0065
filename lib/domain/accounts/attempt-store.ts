import type { PasswordHash } from '@/lib/base/passwords/password-hash'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'

/** Where an account stands after an attempt was counted. */
interface AttemptCount {
  failedSignIns: number
  signInsAllowed: number
  isLocked: boolean
}

/**
 * Counts an attempt in one statement, which also ends a lock that has run out: `allowance`
 * more attempts may then follow.
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
  // The account was deleted meanwhile: nothing is allowed.
  if (row === undefined) return { failedSignIns: 1, signInsAllowed: 0, isLocked: true }
  return { failedSignIns: Number(row.failed), signInsAllowed: Number(row.allowed), isLocked: row.locked !== null }
}

/** Does what `countAttempt` does for a name that no account has, so that the time does not tell: one write of one row. */
export async function countUnknownAttempt(): Promise<void> {
  await transaction((tx) => tx.$queryRaw`UPDATE instance SET revision = revision + 1 WHERE id = 1 RETURNING revision`)
}

/** Counts an attempt from a known browser; how many there are in a row now. */
export async function countKnownBrowserAttempt(userId: string): Promise<number> {
  const [row] = await transaction((tx) =>
    tx.user.updateManyAndReturn({ where: { id: userId }, data: { knownBrowserFailures: { increment: 1 } } }),
  )
  // The account was deleted meanwhile: nothing is allowed.
  return row?.knownBrowserFailures ?? Number.POSITIVE_INFINITY
}

/** Takes back an attempt from a known browser that was not looked at. */
export async function uncountKnownBrowserAttempt(userId: string): Promise<void> {
  await transaction((tx) =>
    tx.user.updateMany({
      where: { id: userId, knownBrowserFailures: { gt: 0 } },
      data: { knownBrowserFailures: { decrement: 1 } },
    }),
  )
}

/** Takes an attempt back that was not looked at. */
export async function uncountAttempt(userId: string): Promise<void> {
  await transaction((tx) =>
    tx.user.updateMany({
      where: { id: userId, failedSignIns: { gt: 0 } },
      data: { failedSignIns: { decrement: 1 } },
    }),
  )
}

/** Locks an account that is not locked; false when somebody else just did. */
export async function lockAccount(userId: string, lockedUntil: Date): Promise<boolean> {
  const { count } = await transaction((tx) =>
    tx.user.updateMany({ where: { id: userId, lockedUntil: null }, data: { lockedUntil } }),
  )
  return count === 1
}

/** Forgets the failed attempts of an account while `passwordHash` is still its own. */
export async function forgetAttempts(
  tx: Db,
  userId: string,
  attemptsAllowed: number,
  passwordHash: PasswordHash,
): Promise<void> {
  await tx.user.updateMany({ where: { id: userId, passwordHash }, data: noAttempts(attemptsAllowed) })
}

/** The columns of an account without failed attempts. */
export function noAttempts(signInsAllowed: number) {
  return { failedSignIns: 0, knownBrowserFailures: 0, signInsAllowed, lockedUntil: null }
}
