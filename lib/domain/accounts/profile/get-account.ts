import { findOwnAccount } from '@/lib/domain/accounts/account-store'
import { presentOwnAccount } from '@/lib/domain/accounts/present-account'
import type { OwnAccountView } from '@/lib/domain/accounts/schema'
import type { Principal } from '@/lib/keys/principal'
import { AppError } from '@/lib/base/errors/app-error'

/** An account with what its owner decided about the pages. */
export interface AccountWithPreferences {
  account: OwnAccountView
  isChecklistDismissed: boolean
}

/** Returns the principal's own account. @throws AppError token_unknown if it was deleted in the meantime */
export async function getAccount(principal: Principal): Promise<OwnAccountView> {
  return (await getAccountWithPreferences(principal)).account
}

/** Does the same, with the preferences of its owner, in the same query. @throws AppError token_unknown */
export async function getAccountWithPreferences(principal: Principal): Promise<AccountWithPreferences> {
  const account = await findOwnAccount(principal.userId)
  if (account === null) throw new AppError('token_unknown', { credentialSent: true })
  return { account: presentOwnAccount(account), isChecklistDismissed: account.checklistDismissedAt !== null }
}
