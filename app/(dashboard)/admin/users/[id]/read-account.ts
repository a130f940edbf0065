import { notFound } from 'next/navigation'
import { cache } from 'react'
import { accountParams, type AccountDetail } from '@/lib/domain/admin/accounts/schema'
import { getAccountDetail } from '@/lib/domain/admin/accounts/get-account-detail'
import { isAppError } from '@/lib/base/errors/app-error'
import { requirePageAdmin } from '@/lib/edge/serve/page-principal'

/** Returns the account in the address of a page, read once per request. Without such an account, the page is a 404. */
export const readAccount = cache(async (id: string): Promise<AccountDetail> => {
  const admin = await requirePageAdmin()
  if (!accountParams.safeParse({ id }).success) notFound()
  try {
    return await getAccountDetail(admin, id)
  } catch (error) {
    if (isAppError(error, 'account_not_found')) notFound()
    throw error
  }
})
