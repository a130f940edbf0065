import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { UNSEEN_DAYS } from '@/lib/base/durations'
import type { ListAccountsQuery } from '@/lib/domain/admin/accounts/schema'

/** The parts of the list of accounts that the page offers. */
export const accountParts = ['all', 'active', 'admins', 'inactive', 'unseen'] as const

export type AccountPart = (typeof accountParts)[number]

export const accountPartNames: Record<AccountPart, string> = {
  ...adminAccountsTexts.parts,
  unseen: adminAccountsTexts.parts.unseen(UNSEEN_DAYS),
}

/** The API filters of each part. */
export const filtersOfAccountPart: Record<AccountPart, Pick<ListAccountsQuery, 'status' | 'role' | 'unseen_days'>> = {
  all: {},
  active: { status: 'active' },
  admins: { role: 'admin' },
  inactive: { status: 'inactive' },
  unseen: { status: 'active', unseen_days: UNSEEN_DAYS },
}
