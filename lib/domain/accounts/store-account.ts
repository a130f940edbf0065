import {
  insertAccount,
  updateNames,
  type Account,
  type NameChange,
  type NewAccount,
} from '@/lib/domain/accounts/account-store'
import { emailTaken } from '@/lib/domain/accounts/name-taken'
import { isAddressKept } from '@/lib/domain/codes/drop-codes'
import type { Db } from '@/lib/db/client'

/**
 * Stores an account for another domain, and claims its username for ever; see `nameTaken`.
 * @throws AppError email_taken where the address is kept for somebody who can still take a change back
 */
export async function storeAccount(tx: Db, account: NewAccount): Promise<Account> {
  const stored = await insertAccount(tx, account)
  if (await isAddressKept(tx, account.email, null)) throw emailTaken('/email')
  return stored
}

/** Changes the names of an account for another domain; a new username is claimed for ever; see `nameTaken`. */
export async function renameAccount(tx: Db, userId: string, names: NameChange): Promise<void> {
  await updateNames(tx, userId, names)
}
