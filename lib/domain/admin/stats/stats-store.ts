import { reading } from '@/lib/db/transaction'

/** The instants that decide how tokens are counted. */
export interface TokenInstants {
  at: Date
  endingBefore: Date
  unusedSince: Date
}

/** The sums of one kind within a slice of tokens. SQLite and PostgreSQL may return them as bigint. */
interface KindSums {
  kind: string
  total: number | bigint
  last: string
  live: number | bigint
  ending_soon: number | bigint
  unused: number | bigint
}

/** Counts the next `limit` tokens after an id by kind, with the last id of each kind, for administrators. */
export async function sumTokensForAdmin(
  after: string,
  limit: number,
  { at, endingBefore, unusedSince }: TokenInstants,
): Promise<KindSums[]> {
  return reading(
    (db) => db.$queryRaw<KindSums[]>`
      SELECT kind, count(*) AS total, max(id) AS last, sum(is_live) AS live,
        sum(CASE WHEN is_live = 1 AND expires_at <= ${endingBefore} THEN 1 ELSE 0 END) AS ending_soon,
        sum(CASE WHEN is_live = 1 AND coalesce(last_used_at, created_at) < ${unusedSince} THEN 1 ELSE 0 END) AS unused
      FROM (
        SELECT id, kind, expires_at, last_used_at, created_at,
          CASE WHEN revoked_at IS NULL AND (expires_at IS NULL OR expires_at > ${at})
            AND (idle_expires_at IS NULL OR idle_expires_at > ${at}) THEN 1 ELSE 0 END AS is_live
        FROM token WHERE id > ${after} ORDER BY id LIMIT ${limit}
      ) AS part
      GROUP BY kind`,
  )
}

/** Counts all accounts, active accounts, active administrators, and accounts whose id is `firstId` or later. */
export async function countAccountsForAdmin(firstId: string) {
  return reading(async (db) => ({
    total: await db.user.count(),
    active: await db.user.count({ where: { isActive: true } }),
    admins: await db.user.count({ where: { isAdmin: true, isActive: true } }),
    created_last_30_days: await db.user.count({ where: { id: { gte: firstId } } }),
  }))
}
