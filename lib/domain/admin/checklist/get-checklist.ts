import { getAccountWithPreferences } from '@/lib/domain/accounts/profile/get-account'
import { findChecklistFactsForAdmin, type ChecklistFacts } from '@/lib/domain/admin/checklist/checklist-store'
import { CHECKLIST_STEPS, type ChecklistStep, type ChecklistView } from '@/lib/domain/admin/checklist/schema'
import { settings } from '@/lib/base/env'
import type { Principal } from '@/lib/keys/principal'

/** Returns the first steps of the server, which of them are done, and whether the administrator dismissed them. */
export async function getChecklist(admin: Principal): Promise<ChecklistView> {
  const { isChecklistDismissed } = await getAccountWithPreferences(admin)
  return { items: await listSteps(admin), dismissed: isChecklistDismissed }
}

/** Returns the first steps of the server, and which of them are done. */
export async function listSteps(admin: Principal): Promise<ChecklistView['items']> {
  const done = doneSteps(await findChecklistFactsForAdmin(admin.userId))
  return CHECKLIST_STEPS.filter(isOffered).map((step) => ({ step, done: done[step] }))
}

/** The server sees only the backups of its own command, which copies SQLite. */
function isOffered(step: ChecklistStep): boolean {
  return step !== 'backup' || settings().databaseKind === 'sqlite'
}

function doneSteps(facts: ChecklistFacts): Record<ChecklistStep, boolean> {
  return {
    email: settings().SMTP_URL !== undefined && facts.isEmailTested,
    token: facts.hasOwnToken,
    verification: facts.isTokenAccepted,
    invite: facts.isSomeoneInvited,
    backup: facts.isBackedUp,
  }
}
