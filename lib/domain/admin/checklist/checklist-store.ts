import type { Db } from '@/lib/db/client'
import { reading } from '@/lib/db/transaction'

/** What the database knows about the first steps of a server. */
export interface ChecklistFacts {
  isEmailTested: boolean
  isBackedUp: boolean
  hasOwnToken: boolean
  isTokenAccepted: boolean
  isSomeoneInvited: boolean
}

/** SQLite returns the results of EXISTS as numbers. */
type Flag = boolean | number | bigint

interface FactsRow {
  tested: Flag
  backed_up: Flag
  has_token: Flag
  accepted: Flag
  invited: Flag
}

/**
 * The number of recently used tokens among which a personal one is looked for. Without a limit, a server with a million
 * sessions would read them all.
 */
const RECENT_TOKENS = 500

/**
 * Reads what decides which steps are done, for an administrator, in one query whose cost does not grow with the tables.
 */
export async function findChecklistFactsForAdmin(userId: string): Promise<ChecklistFacts> {
  const [row] = await reading(
    (db) => db.$queryRaw<FactsRow[]>`
      SELECT
        email_tested_at IS NOT NULL AS tested,
        backed_up_at IS NOT NULL AS backed_up,
        EXISTS (SELECT 1 FROM token WHERE user_id = ${userId} AND kind = 'personal') AS has_token,
        EXISTS (
          SELECT 1 FROM (
            SELECT kind FROM token WHERE last_used_at IS NOT NULL ORDER BY last_used_at DESC LIMIT ${RECENT_TOKENS}
          ) AS recent WHERE kind = 'personal'
        ) AS accepted,
        EXISTS (SELECT 1 FROM one_time_code WHERE user_id IS NULL AND purpose = 'invitation')
          OR (SELECT count(*) FROM (SELECT 1 FROM account LIMIT 2) AS few) > 1 AS invited
      FROM instance WHERE id = 1`,
  )
  return {
    isEmailTested: isSet(row?.tested),
    isBackedUp: isSet(row?.backed_up),
    hasOwnToken: isSet(row?.has_token),
    isTokenAccepted: isSet(row?.accepted),
    isSomeoneInvited: isSet(row?.invited),
  }
}

/** Notes that an administrator dismissed the checklist. Returns false if that was noted before. */
export async function markChecklistDismissed(tx: Db, userId: string, at: Date): Promise<boolean> {
  const { count } = await tx.user.updateMany({
    where: { id: userId, checklistDismissedAt: null },
    data: { checklistDismissedAt: at },
  })
  return count === 1
}

function isSet(flag: Flag | undefined): boolean {
  return Number(flag ?? 0) === 1
}
