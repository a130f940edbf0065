import { storeAccount } from '@/lib/domain/accounts/store-account'
import { nameTaken } from '@/lib/domain/accounts/name-taken'
import { setStandingForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'
import { presentManagedAccount } from '@/lib/domain/admin/accounts/present-managed-account'
import type { CreateAccountInput, CreatedAccount } from '@/lib/domain/admin/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { issueResetLink } from '@/lib/domain/recovery/issue-reset-link'

/**
 * Creates an account without a password. Its owner chooses one through an emailed link. If the server cannot send
 * email, the administrator gets the link to pass on.
 * @throws AppError invalid_input, username_taken, email_taken, admin_required
 */
export async function createAccountByAdmin(admin: Principal, input: CreateAccountInput): Promise<CreatedAccount> {
  const { username, email, first_name: firstName, last_name: lastName, is_admin: isAdmin = false } = input
  const sessionPolicy = input.session_policy ?? 'default'
  try {
    return await transactionAsAdmin(admin, async (tx) => {
      const { id } = await storeAccount(tx, { username, email, firstName, lastName, passwordHash: null, isAdmin })
      const account = await setStandingForAdmin(tx, id, {
        sessionPolicy: sessionPolicy === 'default' ? null : sessionPolicy,
      })
      const { mailed, url, expiresAt } = await issueResetLink(tx, account, 'account_added')
      await recordAudit(tx, {
        action: 'account.created',
        actor: admin,
        userId: id,
        target: { type: 'account', id },
        details: { before: {}, after: { username, is_admin: isAdmin, session_policy: sessionPolicy } },
      })
      return {
        user: presentManagedAccount(account, []),
        password_reset: { mailed, url, expires_at: expiresAt.toISOString() },
      }
    })
  } catch (error) {
    throw nameTaken(error)
  }
}
