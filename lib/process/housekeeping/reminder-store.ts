import type { Batch } from '@/lib/db/batch'
import type { Db } from '@/lib/db/client'

/** Which email about a token's expiry was written last. */
export type ReminderStage = 1 | 2 | 3

/** Tokens that expire after `after` and not after `until`. */
interface EndWindow {
  after: Date
  until: Date
}

/** A token whose owner gets an email about its expiry. */
interface EndingToken {
  id: string
  userId: string
  name: string
  createdAt: Date
  expiresAt: Date
}

/**
 * Moves personal tokens that expire in a window to a stage that they have not reached. Each token moves once, for
 * only one instance.
 */
export async function claimReminders(
  tx: Db,
  stage: ReminderStage,
  { after, until }: EndWindow,
  limit: number,
): Promise<Batch<EndingToken>> {
  const where = {
    kind: 'personal' as const,
    revokedAt: null,
    expiresAt: { gt: after, lte: until },
    OR: [{ reminderStage: null }, { reminderStage: { lt: stage } }],
  }
  const found = await tx.token.findMany({ where, select: { id: true }, take: limit })
  const claimed = await tx.token.updateManyAndReturn({
    where: { ...where, id: { in: found.map(({ id }) => id) } },
    data: { reminderStage: stage },
    select: { id: true, userId: true, name: true, createdAt: true, expiresAt: true },
  })
  const changed = claimed.flatMap(({ expiresAt, ...token }) => (expiresAt === null ? [] : [{ ...token, expiresAt }]))
  return { changed, isLast: found.length < limit }
}
