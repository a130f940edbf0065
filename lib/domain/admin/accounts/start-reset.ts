import { lockAccountForAdmin } from '@/lib/domain/admin/accounts/managed-account-store'
import type { StartedReset } from '@/lib/domain/admin/accounts/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Administrator } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'
import { issueResetLink } from '@/lib/domain/recovery/issue-reset-link'

/**
 * Creates a password reset link for an account and emails it. If the server cannot send email, the administrator gets
 * the link to pass on. The old password works until the link is used.
 * @throws AppError account_not_found, account_inactive, admin_required
 */
export async function startReset(admin: Administrator, id: string): Promise<StartedReset> {
  return transactionAsAdmin(admin, async (tx) => {
    const account = await lockAccountForAdmin(tx, id)
    if (account === null) throw new AppError('account_not_found')
    if (!account.isActive) throw new AppError('account_inactive')
    const { mailed, url, expiresAt } = await issueResetLink(tx, account, 'reset_password')
    const target = { type: 'account', id } as const
    const details = { mailed }
    await recordAudit(tx, { action: 'account.password_reset_asked', actor: admin, userId: id, target, details })
    return { mailed, url, expires_at: expiresAt.toISOString() }
  })
}
