import { takenName, updateNames } from '@/lib/accounts/account-store'
import { presentAccount } from '@/lib/accounts/present-account'
import { requireStepUp } from '@/lib/accounts/require-step-up'
import type { AccountView, UpdateAccountInput } from '@/lib/accounts/schema'
import { recordAudit } from '@/lib/audit/record-audit'
import type { Principal } from '@/lib/auth/principal'
import { transactionAs } from '@/lib/auth/transaction-as'

/**
 * Changes the principal's names. A new username needs the password, and the old one stays
 * claimed for this account.
 * @throws AppError reauthentication_required, password_incorrect, username_taken, busy
 */
export async function updateAccount(principal: Principal, input: UpdateAccountInput): Promise<AccountView> {
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
    return presentAccount(account)
  } catch (error) {
    throw takenName(error)
  }
}
