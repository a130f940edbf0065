import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import type { ListAccountsQuery } from '@/lib/domain/admin/accounts/schema'

/** The parts of the list of accounts that the page offers. */
export const accountParts = ['all', 'active', 'admins', 'inactive'] as const

export type AccountPart = (typeof accountParts)[number]

export const accountPartNames: Record<AccountPart, string> = adminAccountsTexts.parts

/** The API filters of each part. */
export const filtersOfAccountPart: Record<AccountPart, Pick<ListAccountsQuery, 'status' | 'role'>> = {
  all: {},
  active: { status: 'active' },
  admins: { role: 'admin' },
  inactive: { status: 'inactive' },
}
