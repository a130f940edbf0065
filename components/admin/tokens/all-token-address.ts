import * as z from 'zod'
import { allTokenParts } from '@/components/admin/tokens/all-token-parts'
import { listHref } from '@/components/ui/table/list-href'
import { listAllTokensQuery } from '@/lib/domain/admin/tokens/schema'

const { q, user, kind, cursor } = listAllTokensQuery.shape

/** What the address of the page of all tokens asks for, in the words of the API; what cannot be read counts as not said. */
export const allTokenAddress = z.object({
  show: z.enum(allTokenParts).catch('active'),
  q: q.catch(undefined),
  user: user.catch(undefined),
  kind: kind.catch(undefined),
  cursor: cursor.catch(undefined),
})

export type AllTokenAddress = z.infer<typeof allTokenAddress>

/** The address of the page of all tokens that asks for this. */
export function allTokenHref({ show, ...address }: Partial<AllTokenAddress>): string {
  return listHref('/admin/tokens', { show: show === 'active' ? undefined : show, ...address })
}
