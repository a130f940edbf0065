import 'server-only'
import { cache } from 'react'
import { getAccountWithPreferences } from '@/lib/domain/accounts/profile/get-account'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'

/**
 * Returns the account behind a page, with what its owner decided about the pages; read once per request, however many
 * parts of the page need it. Redirects to sign in like `requirePagePrincipal`.
 */
export const getPageAccount = cache(async () => getAccountWithPreferences(await requirePagePrincipal()))
