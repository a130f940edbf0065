import { findAccountId } from '@/lib/domain/accounts/find-account-id'
import { AppError } from '@/lib/base/errors/app-error'

/** What stands for an account in a command. */
export const ACCOUNT_ARGUMENT = { name: 'account', meaning: 'its username, e-mail address or id' } as const

/** The id of the account that a person calls by its name, address or id. @throws AppError account_not_found */
export async function namedAccount(name: string): Promise<string> {
  const id = await findAccountId(name)
  if (id === null) throw new AppError('account_not_found', { detail: `there is no account ${name}` })
  return id
}
