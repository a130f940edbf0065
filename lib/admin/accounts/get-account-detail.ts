import { countLiveTokensForAdmin, findAccountForAdmin } from '@/lib/admin/accounts/managed-account-store'
import { presentManagedAccount } from '@/lib/admin/accounts/present-managed-account'
import type { AccountDetail } from '@/lib/admin/accounts/schema'
import type { Administrator } from '@/lib/auth/principal'
import { AppError } from '@/lib/errors/app-error'

/** One account, with how many tokens of each kind live. @throws AppError account_not_found */
export async function getAccountDetail(_admin: Administrator, id: string): Promise<AccountDetail> {
  const account = await findAccountForAdmin(id)
  if (account === null) throw new AppError('account_not_found')
  return { ...presentManagedAccount(account), live_tokens: await countLiveTokensForAdmin(id) }
}
