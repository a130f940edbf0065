import type { Db } from '@/lib/db/client'

const inOrder = { orderBy: { id: 'asc' } } as const

/** The columns of an account that count attempts and record no decision of its owner. */
export const ATTEMPTS = {
  failedSignIns: true,
  signInsAllowed: true,
  lockedUntil: true,
  knownBrowserFailures: true,
} as const

/** The columns of a device’s request that count its polls. */
const POLLS = { polledAt: true, intervalSeconds: true, revision: true } as const

/** Returns everything that requests change, except counters and delivery retries. */
export async function everythingKept(db: Db) {
  return [
    // Attempts for unknown accounts write to `revision`, so that they take as long as attempts for known ones.
    await db.instance.findMany({ omit: { housekeptAt: true, revision: true } }),
    await db.user.findMany({ ...inOrder, omit: ATTEMPTS }),
    await db.usernameClaim.findMany(inOrder),
    await db.token.findMany({ ...inOrder, omit: { lastUsedAt: true, lastUsedAddress: true } }),
    await db.tokenSecret.findMany({ ...inOrder, omit: { lastUsedAt: true } }),
    await db.oneTimeCode.findMany(inOrder),
    await db.deviceRequest.findMany({ ...inOrder, omit: POLLS }),
    await db.identity.findMany(inOrder),
    await db.signInTicket.findMany({ ...inOrder, omit: { attempts: true } }),
    await db.signingKey.findMany(inOrder),
    await db.outboxMail.findMany({ ...inOrder, omit: { dueAt: true, attempts: true } }),
  ]
}
