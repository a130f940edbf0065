import { findOwnAccount } from '@/lib/accounts/account-store'
import { presentAccount } from '@/lib/accounts/present-account'
import type { AccountView } from '@/lib/accounts/schema'
import type { Principal } from '@/lib/auth/principal'
import { AppError } from '@/lib/errors/app-error'

/** The principal's own account. @throws AppError token_unknown when it is gone meanwhile */
export async function getAccount(principal: Principal): Promise<AccountView> {
  const account = await findOwnAccount(principal.userId)
  if (account === null) throw new AppError('token_unknown', { credentialSent: true })
  return presentAccount(account)
}
