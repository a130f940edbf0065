import { now, secondsAfter } from '@/lib/base/clock'
import { DAY_SECONDS } from '@/lib/base/durations'
import type { AccountSort, ListAccountsQuery } from '@/lib/domain/admin/accounts/schema'
import type { Prisma, User } from '@/lib/db/generated/sqlite/client'
import { reading } from '@/lib/db/transaction'
import { comesAfter } from '@/lib/base/paging/comes-after'
import type { Stretch } from '@/lib/base/paging/read-stretches'
import { foldEmail } from '@/lib/base/schema/email-address'
import { foldName } from '@/lib/base/schema/fold-name'
import { WITHOUT_EMAIL } from '@/lib/base/schema/no-email'
import { prefixRange } from '@/lib/base/schema/prefix-range'

type Field = 'id' | 'usernameKey' | 'emailKey'
type Filters = Omit<ListAccountsQuery, 'cursor' | 'limit'>

const ORDERS: Record<AccountSort, { field: Field; direction: 'asc' | 'desc' }> = {
  created_at: { field: 'id', direction: 'asc' },
  '-created_at': { field: 'id', direction: 'desc' },
  username: { field: 'usernameKey', direction: 'asc' },
  '-username': { field: 'usernameKey', direction: 'desc' },
}

/**
 * Returns the accounts that pass the filters, for administrators, in the order of `sort`. With `q`, matches by username
 * come first, then matches by email address.
 */
export function accountStretchesForAdmin(filters: Filters): Stretch<User>[] {
  const { q, sort = '-created_at', status, role, unseen_days: unseenDays } = filters
  const isActive = status && status === 'active'
  const isAdmin = role && role === 'admin'
  // SQLite prefers an index on an equality to one on a range, even if the equality matches nearly all rows, and then
  // sorts them. That is right only when ordering by id. Otherwise the condition is written so that no index fits.
  const unseen = unseenDays === undefined ? {} : isUnseen(secondsAfter(now(), -unseenDays * DAY_SECONDS))
  const narrowing: Prisma.UserWhereInput = {
    AND: [
      unseen,
      isActive === undefined ? {} : { NOT: { isActive: !isActive } },
      isAdmin === undefined ? {} : { NOT: { isAdmin: !isAdmin } },
    ],
  }
  if (q === undefined && ORDERS[sort].field === 'id') {
    const only = {
      AND: [unseen],
      ...(isActive !== undefined && { isActive }),
      ...(isAdmin !== undefined && { isAdmin }),
    }
    return [stretch(sort, ORDERS[sort], only)]
  }
  if (q === undefined) return [stretch(sort, ORDERS[sort], narrowing)]
  const range = prefixRange(foldName(q))
  const rest = {
    AND: [narrowing, { NOT: { usernameKey: range } }, { NOT: WITHOUT_EMAIL }],
    emailKey: prefixRange(foldEmail(q)),
  }
  return [
    stretch('q:username', { field: 'usernameKey', direction: 'asc' }, { ...narrowing, usernameKey: range }),
    stretch('q:email', { field: 'emailKey', direction: 'asc' }, rest),
  ]
}

/** Accounts that have an identity, but none that was used since then. */
function isUnseen(since: Date): Prisma.UserWhereInput {
  return { identities: { some: {}, none: { lastUsedAt: { gte: since } } } }
}

function stretch(
  name: string,
  { field, direction }: (typeof ORDERS)[AccountSort],
  where: Prisma.UserWhereInput,
): Stretch<User> {
  return {
    name,
    orderedBy: field === 'id' ? 'id' : 'text',
    read: async (after, count) => {
      const remaining = after === null ? {} : comesAfter<Prisma.UserWhereInput>(field, direction, after)
      return reading((db) =>
        db.user.findMany({ where: { AND: [where, remaining] }, orderBy: { [field]: direction }, take: count }),
      )
    },
    positionOf: (row) => ({ id: row.id, value: field === 'id' ? null : row[field] }),
  }
}
