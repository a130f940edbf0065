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
 * Inserts an account for another domain and claims its username permanently; see `nameTaken`.
 * @throws AppError email_taken while another account can still take this address back
 */
export async function storeAccount(tx: Db, account: NewAccount): Promise<Account> {
  const stored = await insertAccount(tx, account)
  if (account.email !== null && (await isAddressKept(tx, account.email, null))) throw emailTaken('/email')
  return stored
}

/** Changes the names of an account for another domain and claims a new username permanently; see `nameTaken`. */
export async function renameAccount(tx: Db, userId: string, names: NameChange): Promise<void> {
  await updateNames(tx, userId, names)
}
