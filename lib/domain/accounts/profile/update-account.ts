import { updateNames } from '@/lib/domain/accounts/account-store'
import { nameTaken } from '@/lib/domain/accounts/name-taken'
import { presentOwnAccount } from '@/lib/domain/accounts/present-account'
import { requireStepUp } from '@/lib/domain/accounts/sign-in/require-step-up'
import type { OwnAccountView, UpdateAccountInput } from '@/lib/domain/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAs } from '@/lib/domain/authority/transaction-as'

/**
 * Changes the principal's names. A new username requires a recent password; the old one stays claimed by this account.
 * @throws AppError reauthentication_required, password_incorrect, username_taken, busy
 */
export async function updateAccount(principal: Principal, input: UpdateAccountInput): Promise<OwnAccountView> {
  const { password, username, first_name: firstName, last_name: lastName } = input
  const acting = username === undefined ? principal : await requireStepUp(principal, password)
  const { userId } = principal
  try {
    const account = await transactionAs(acting, async (tx) => {
      const updated = await updateNames(tx, userId, { username, firstName, lastName })
      const fields = Object.keys(input).filter((field) => field !== 'password')
      const target = { type: 'account', id: userId } as const
      await recordAudit(tx, { action: 'account.updated', actor: principal, userId, target, details: { fields } })
      return updated
    })
    return presentOwnAccount(account)
  } catch (error) {
    throw nameTaken(error)
  }
}
