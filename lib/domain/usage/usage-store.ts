import { reading } from '@/lib/db/transaction'
import { settings } from '@/lib/base/env'

/**
 * Returns the hours of use since `since` and the last addresses of a token of this owner; null when there is no such
 * token.
 */
export async function findOwnTokenUsage(userId: string, id: string, since: Date) {
  return reading((db) =>
    db.token.findUnique({
      where: { id, userId },
      select: {
        lastUsedAt: true,
        lastUsedAddress: true,
        usage: { where: { hour: { gte: since } }, orderBy: { hour: 'asc' }, omit: { tokenId: true } },
        addresses: { orderBy: { lastUsedAt: 'desc' }, omit: { tokenId: true } },
      },
    }),
  )
}

interface DayOfUse {
  id: string
  /** In UTC, such as `2026-11-22`. */
  day: string
  /** A bigint on SQLite. */
  count: number | bigint
  refused: number | bigint
}

/** Returns the uses of some of the owner's tokens since `firstDay`, summed up by day. */
export async function sumOwnDays(userId: string, tokenIds: readonly string[], firstDay: string) {
  const ids = JSON.stringify(tokenIds)
  const sums = await reading((db) =>
    settings().databaseKind === 'postgresql'
      ? db.$queryRaw<DayOfUse[]>`
          SELECT u.token_id AS id, to_char(u.hour, 'YYYY-MM-DD') AS day,
            sum(u.count)::int AS count, sum(u.refused)::int AS refused
          FROM token_usage u JOIN token t ON t.id = u.token_id
          WHERE t.user_id = ${userId} AND u.hour >= ${firstDay}::timestamp
            AND u.token_id IN (SELECT jsonb_array_elements_text(${ids}::jsonb))
          GROUP BY u.token_id, day`
      : db.$queryRaw<DayOfUse[]>`
          SELECT u.token_id AS id, substr(u.hour, 1, 10) AS day, sum(u.count) AS count, sum(u.refused) AS refused
          FROM token_usage u JOIN token t ON t.id = u.token_id
          WHERE t.user_id = ${userId} AND u.hour >= ${firstDay}
            AND u.token_id IN (SELECT value FROM json_each(${ids}))
          GROUP BY u.token_id, day`,
  )
  return sums.map(({ id, day, count, refused }) => ({ id, day, count: Number(count), refused: Number(refused) }))
}
