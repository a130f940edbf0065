import * as z from 'zod'
import { managedTokenParts } from '@/components/admin/tokens/managed-token-parts'
import { listHref } from '@/components/ui/table/list-href'
import { listManagedTokensQuery } from '@/lib/domain/admin/tokens/schema'

const { q, user, kind, cursor } = listManagedTokensQuery.shape

/** What the address of the page of all tokens asks for, in the words of the API; what cannot be read counts as not said. */
export const managedTokenAddress = z.object({
  show: z.enum(managedTokenParts).catch('active'),
  q: q.catch(undefined),
  user: user.catch(undefined),
  kind: kind.catch(undefined),
  cursor: cursor.catch(undefined),
})

export type ManagedTokenAddress = z.infer<typeof managedTokenAddress>

/** The address of the page of all tokens that asks for this. */
export function managedTokenHref({ show, ...address }: Partial<ManagedTokenAddress>): string {
  return listHref('/admin/tokens', { show: show === 'active' ? undefined : show, ...address })
}
