import { markChecklistDismissed } from '@/lib/domain/admin/checklist/checklist-store'
import { listSteps } from '@/lib/domain/admin/checklist/get-checklist'
import type { ChecklistView } from '@/lib/domain/admin/checklist/schema'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { now } from '@/lib/base/clock'
import type { Principal } from '@/lib/keys/principal'

/** Dismisses the checklist for the administrator who asks, and for no other. @throws AppError admin_required */
export async function dismissChecklist(admin: Principal): Promise<ChecklistView> {
  await transactionAsAdmin(admin, async (tx) => {
    if (!(await markChecklistDismissed(tx, admin.userId, now()))) return
    const target = { type: 'account', id: admin.userId } as const
    await recordAudit(tx, { action: 'checklist.dismissed', actor: admin, userId: null, target })
  })
  return { items: await listSteps(admin), dismissed: true }
}
