import type { ListAccountsQuery } from '@/lib/domain/admin/accounts/schema'

/** The parts of the list of accounts that the page offers. */
export const accountParts = ['all', 'active', 'admins', 'inactive'] as const

export type AccountPart = (typeof accountParts)[number]

/** What each part is called. */
export const accountPartNames: Record<AccountPart, string> = {
  all: 'All',
  active: 'Active',
  admins: 'Administrators',
  inactive: 'Deactivated',
}

/** The filters of the API that each part stands for. */
export const filtersOfAccountPart: Record<AccountPart, Pick<ListAccountsQuery, 'status' | 'role'>> = {
  all: {},
  active: { status: 'active' },
  admins: { role: 'admin' },
  inactive: { status: 'inactive' },
}
