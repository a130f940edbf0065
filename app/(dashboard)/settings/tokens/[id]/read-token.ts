import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { isAppError } from '@/lib/base/errors/app-error'
import { getToken } from '@/lib/domain/tokens/get-token'
import { tokenParams, type TokenView } from '@/lib/domain/tokens/schema'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'

/**
 * Returns the personal token in the address of a page, read once per request. Sessions and apps have their own page;
 * without such a token, the page is a 404.
 */
export const readToken = cache(async (id: string): Promise<TokenView> => {
  const principal = await requirePagePrincipal()
  if (!tokenParams.safeParse({ id }).success) notFound()
  const token = await findToken(principal, id)
  return token.kind === 'personal' ? token : redirect('/settings/devices')
})

async function findToken(...[principal, id]: Parameters<typeof getToken>): Promise<TokenView> {
  try {
    return await getToken(principal, id)
  } catch (error) {
    if (isAppError(error, 'token_not_found')) notFound()
    throw error
  }
}
