import { lockAdmins } from '@/lib/domain/authority/authority-store'
import { holdAuthority } from '@/lib/domain/authority/hold-authority'
import { demanding, type Administrator, type Principal } from '@/lib/keys/principal'
import type { Db } from '@/lib/db/client'
import { transaction } from '@/lib/db/transaction'

/**
 * Runs `work` in one transaction that first reads the principal’s authority again (see `holdAuthority`) and passes on
 * the current principal. Every change that an account makes to its own data goes through here.
 * @throws AppError as `transaction` and `holdAuthority`
 */
export async function transactionAs<P extends Principal, T>(
  principal: P,
  work: (tx: Db, acting: P) => Promise<T>,
): Promise<T> {
  return transaction(async (tx) => work(tx, await holdAuthority(tx, principal)))
}

/**
 * Locks the decisions about who is an administrator until the transaction ends, for work that no principal asks for. Call
 * it before anything locks an account.
 */
export async function lockAdministrators(tx: Db): Promise<void> {
  await lockAdmins(tx)
}

/**
 * Like `transactionAs`, for work that depends on who else is an administrator or that affects another account. These
 * transactions run one at a time.
 * @throws AppError as `transactionAs`
 */
export async function transactionAmongAdmins<A extends Administrator, T>(
  principal: A,
  work: (tx: Db, acting: A) => Promise<T>,
): Promise<T> {
  return transaction(async (tx) => {
    await lockAdmins(tx)
    return work(tx, principal && (await holdAuthority(tx, principal)))
  })
}

/**
 * Like `transactionAmongAdmins`, for work that requires an administrator. The operator at the command line is null and
 * always passes.
 * @throws AppError as `transactionAs`; admin_required
 */
export async function transactionAsAdmin<A extends Administrator, T>(
  admin: A,
  work: (tx: Db, acting: A) => Promise<T>,
): Promise<T> {
  return transactionAmongAdmins(admin && demanding(admin, { needsAdmin: true }), work)
}
