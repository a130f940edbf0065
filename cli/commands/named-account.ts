import { findAccountId } from '@/lib/domain/accounts/find-account-id'
import { AppError } from '@/lib/base/errors/app-error'

/** The argument that names an account. */
export const ACCOUNT_ARGUMENT = { name: 'account', meaning: 'a username, email address or ID' } as const

/** Returns the id of the account with this username, email or id. @throws AppError account_not_found */
export async function namedAccount(name: string): Promise<string> {
  const id = await findAccountId(name)
  if (id === null) throw new AppError('account_not_found', { detail: `no account found for ${name}` })
  return id
}
