import * as z from 'zod'
import { managedTokenParts } from '@/components/admin/tokens/managed-token-parts'
import { listHref } from '@/components/ui/table/list-href'
import { listManagedTokensQuery } from '@/lib/domain/admin/tokens/schema'

const { q, user, kind, cursor } = listManagedTokensQuery.shape

/** Query parameters of the page of all tokens, named as in the API. Invalid values count as absent. */
export const managedTokenAddress = z.object({
  show: z.enum(managedTokenParts).catch('active'),
  q: q.catch(undefined),
  user: user.catch(undefined),
  kind: kind.catch(undefined),
  cursor: cursor.catch(undefined),
})

export type ManagedTokenAddress = z.infer<typeof managedTokenAddress>

/** Builds the URL of the page of all tokens for these parameters. */
export function managedTokenHref({ show, ...address }: Partial<ManagedTokenAddress>): string {
  return listHref('/admin/tokens', { show: show === 'active' ? undefined : show, ...address })
}
