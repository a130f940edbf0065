import {
  countLiveTokensForAdmin,
  findAccountForAdmin,
  findIdentitiesForAdmin,
} from '@/lib/domain/admin/accounts/managed-account-store'
import { presentManagedAccount } from '@/lib/domain/admin/accounts/present-managed-account'
import type { AccountDetail } from '@/lib/domain/admin/accounts/schema'
import { presentManagedIdentity } from '@/lib/domain/identities/present-identity'
import type { Administrator } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'

/**
 * Returns an account with its identities and its number of live tokens of each kind.
 * @throws AppError account_not_found
 */
export async function getAccountDetail(_admin: Administrator, id: string): Promise<AccountDetail> {
  const account = await findAccountForAdmin(id)
  if (account === null) throw new AppError('account_not_found')
  const identities = await findIdentitiesForAdmin(id)
  return {
    ...presentManagedAccount(account, identities),
    identities: identities.map(presentManagedIdentity),
    live_tokens: await countLiveTokensForAdmin(id),
  }
}
