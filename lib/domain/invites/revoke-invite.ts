import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Principal } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { AppError } from '@/lib/base/errors/app-error'
import { deleteInvite } from '@/lib/domain/invites/invite-store'

/** Revokes an unused invitation. @throws AppError invite_not_found, admin_required */
export async function revokeInvite(admin: Principal, id: string): Promise<void> {
  await transactionAsAdmin(admin, async (tx) => {
    if (!(await deleteInvite(tx, id))) throw new AppError('invite_not_found')
    const target = { type: 'invite', id } as const
    await recordAudit(tx, { action: 'invite.revoked', actor: admin, userId: admin.userId, target })
  })
}
