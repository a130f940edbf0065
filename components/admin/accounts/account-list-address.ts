import * as z from 'zod'
import { accountParts } from '@/components/admin/accounts/account-parts'
import { listHref } from '@/components/ui/table/list-href'
import { listAccountsQuery } from '@/lib/domain/admin/accounts/schema'

const { q, sort, cursor } = listAccountsQuery.shape

/** What the address of the page of accounts asks for, in the words of the API; what cannot be read counts as not said. */
export const accountListAddress = z.object({
  show: z.enum(accountParts).catch('all'),
  q: q.catch(undefined),
  sort: sort.catch(undefined),
  cursor: cursor.catch(undefined),
})

export type AccountListAddress = z.infer<typeof accountListAddress>

/** The address of the page of accounts that asks for this. */
export function accountListHref({ show, ...address }: Partial<AccountListAddress>): string {
  return listHref('/admin/users', { show: show === 'all' ? undefined : show, ...address })
}
