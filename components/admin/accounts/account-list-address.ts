import * as z from 'zod'
import { accountParts } from '@/components/admin/accounts/account-parts'
import { listHref } from '@/components/ui/table/list-href'
import { listAccountsQuery } from '@/lib/domain/admin/accounts/schema'

const { q, sort, cursor } = listAccountsQuery.shape

/** Query parameters of the accounts page, named as in the API. Invalid values count as absent. */
export const accountListAddress = z.object({
  show: z.enum(accountParts).catch('all'),
  q: q.catch(undefined),
  sort: sort.catch(undefined),
  cursor: cursor.catch(undefined),
})

export type AccountListAddress = z.infer<typeof accountListAddress>

/** Builds the URL of the accounts page for these parameters. */
export function accountListHref({ show, ...address }: Partial<AccountListAddress>): string {
  return listHref('/admin/users', { show: show === 'all' ? undefined : show, ...address })
}
