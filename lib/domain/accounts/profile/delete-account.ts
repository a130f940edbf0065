import { deleteOwnAccount, findAccountIn, findOwnAccount } from '@/lib/domain/accounts/account-store'
import { confirmPassword } from '@/lib/domain/accounts/sign-in/confirm-password'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAmongAdmins } from '@/lib/domain/authority/transaction-as'
import { isPasswordRecent, reauthenticationRequired } from '@/lib/domain/authority/step-up'
import { hasUsablePassword } from '@/lib/domain/authority/usable-password'
import type { Db } from '@/lib/db/client'
import { AppError, invalidField } from '@/lib/base/errors/app-error'

const LAST_ADMIN = 'You can’t remove the last active administrator. Make someone else an administrator first.'

/** How recently the owner of an account without a usable password must have signed in or confirmed, in seconds. */
const CONFIRMED_SECONDS = 300

/**
 * Deletes the principal's account with all its tokens. Its username is never available again. The last active
 * administrator cannot be deleted. An account that may use its password sends it; any other needs a sign-in or a
 * confirmation at a provider in the last five minutes.
 * @throws AppError invalid_input without the password, password_incorrect, reauthentication_required, last_admin, busy
 */
export async function deleteAccount(principal: Principal, password: string | undefined): Promise<void> {
  const account = await findOwnAccount(principal.userId)
  if (account === null) throw new AppError('token_unknown', { credentialSent: true })
  if (!hasUsablePassword(account)) return deleteHeld(principal)
  if (password === undefined) throw invalidField('/password', 'Enter your password')
  await deleteHeld((await confirmPassword(principal, password, '/password')).principal)
}

async function deleteHeld(principal: Principal): Promise<void> {
  const { userId } = principal
  await transactionAmongAdmins(principal, async (tx, { authTime }) => {
    if (principal.authority.shownPassword === null) await requireConfirmed(tx, userId, authTime)
    if ((await deleteOwnAccount(tx, userId)) === 'last_admin') throw new AppError('last_admin', { detail: LAST_ADMIN })
    const target = { type: 'account', id: userId } as const
    await recordAudit(tx, { action: 'account.deleted', actor: principal, userId, target })
  })
}

/** Requires a recent confirmation of an account that still has no password that it may use. */
async function requireConfirmed(tx: Db, userId: string, authTime: Date | null): Promise<void> {
  const account = await findAccountIn(tx, userId)
  if (account === null) throw new AppError('token_unknown', { credentialSent: true })
  if (hasUsablePassword(account) || !isPasswordRecent(authTime, CONFIRMED_SECONDS)) {
    throw await reauthenticationRequired(tx, account)
  }
}
