import { findOwnAccount } from '@/lib/domain/accounts/account-store'
import { presentAccount } from '@/lib/domain/accounts/present-account'
import type { AccountView } from '@/lib/domain/accounts/schema'
import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'

/** Returns the principal's own account. @throws AppError token_unknown if it was deleted in the meantime */
export async function getAccount(principal: Principal): Promise<AccountView> {
  const account = await findOwnAccount(principal.userId)
  if (account === null) throw new AppError('token_unknown', { credentialSent: true })
  return presentAccount(account)
}
