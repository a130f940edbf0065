import { listSteps } from '@/lib/domain/admin/checklist/get-checklist'
import type { ChecklistView } from '@/lib/domain/admin/checklist/schema'
import { getPageAccount } from '@/lib/edge/serve/page-account'
import type { Principal } from '@/lib/keys/principal'

/** Returns the first steps; null once all are done, and without any query once the administrator dismissed them. */
export async function findOpenSteps(admin: Principal): Promise<ChecklistView['items'] | null> {
  if ((await getPageAccount()).isChecklistDismissed) return null
  const steps = await listSteps(admin)
  return steps.every(({ done }) => done) ? null : steps
}
