import { notifyOwner } from '@/lib/domain/accounts/notify-owner'
import { requireStepUp } from '@/lib/domain/accounts/sign-in/require-step-up'
import { renameAccount } from '@/lib/domain/accounts/store-account'
import { nameTaken } from '@/lib/domain/accounts/name-taken'
import { accountChange, actionsOf, toldOf, type AccountFields } from '@/lib/domain/admin/accounts/account-change'
import { getAccountDetail } from '@/lib/domain/admin/accounts/get-account-detail'
import {
  isOtherAdminActive,
  lockAccountForAdmin,
  setStandingForAdmin,
  type Standing,
} from '@/lib/domain/admin/accounts/managed-account-store'
import { isOfStanding, type AccountDetail, type ChangeAccountInput } from '@/lib/domain/admin/accounts/schema'
import { recordAudits } from '@/lib/domain/audit/record-audit'
import type { Administrator } from '@/lib/keys/principal'
import { transactionAsAdmin } from '@/lib/domain/authority/transaction-as'
import { dropCodes } from '@/lib/domain/codes/drop-codes'
import type { Db } from '@/lib/db/client'
import { AppError } from '@/lib/base/errors/app-error'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'

const LAST_ADMIN = 'You can’t remove the last active administrator. Make someone else an administrator first.'

/**
 * Changes any account. Changing the active state or the role requires a recent password. Deactivating an account
 * revokes its sessions, apps and API clients; the server rejects its personal tokens until it is active again. Without
 * the role, its tokens lose the administrator scopes. A change of role revokes its browser sessions, because their
 * lifetimes depend on the role. One active administrator always remains, however many are demoted concurrently.
 * @throws AppError account_not_found, username_taken, last_admin, admin_required, reauthentication_required,
 * password_incorrect, busy
 */
export async function changeAccount(
  admin: Administrator,
  id: string,
  input: ChangeAccountInput,
): Promise<AccountDetail> {
  const { password, ...wanted } = input
  const acting = admin && isOfStanding(wanted) ? await requireStepUp(admin, password) : admin
  try {
    await transactionAsAdmin(acting, async (tx) => {
      const account = await lockAccountForAdmin(tx, id)
      if (account === null) throw new AppError('account_not_found')
      const change = accountChange(account, wanted)
      if (change === null) return
      await requireAdminLeft(tx, account, wanted)
      await apply(tx, admin, id, change.after)
      const target = { type: 'account', id } as const
      const row = { actor: admin, userId: id, target, details: { ...change } }
      await recordAudits(
        tx,
        actionsOf(change.after).map((action) => ({ action, ...row })),
      )
    })
  } catch (error) {
    throw nameTaken(error)
  }
  return getAccountDetail(admin, id)
}

/** Requires that an active administrator remains after the change. */
async function requireAdminLeft(
  tx: Db,
  account: { id: string; isActive: boolean; isAdmin: boolean },
  wanted: AccountFields,
): Promise<void> {
  const isNeeded = account.isAdmin && account.isActive
  const staysAdmin = (wanted.is_admin ?? account.isAdmin) && (wanted.is_active ?? account.isActive)
  if (isNeeded && !staysAdmin && !(await isOtherAdminActive(tx, account.id))) {
    throw new AppError('last_admin', { detail: LAST_ADMIN })
  }
}

async function apply(tx: Db, admin: Administrator, id: string, after: AccountFields): Promise<void> {
  const { username, first_name: firstName, last_name: lastName, session_policy: policy } = after
  await renameAccount(tx, id, { username, firstName, lastName })
  await setStandingForAdmin(tx, id, standingOf(after, policy))
  // The lifetime of a browser session depends on the role, so the owner must sign in again.
  if (after.is_admin !== undefined) {
    await endTokens(tx, admin, { kinds: ['session'], except: admin?.tokenId }, 'administrator', id)
  }
  if (after.is_active === false) {
    await endTokens(tx, admin, { kinds: ['session', 'device', 'refresh'] }, 'owner_deactivated', id)
    await dropCodes(tx, id, ['reset_password', 'confirm_email_change'])
  }
  const changes = toldOf(after)
  if (changes.length > 0) await notifyOwner(tx, id, 'changed_by_admin', { changes })
}

function standingOf({ is_active: isActive, is_admin: isAdmin }: AccountFields, policy: string | undefined): Standing {
  return {
    ...(isActive !== undefined && { isActive }),
    ...(isAdmin !== undefined && { isAdmin }),
    ...(policy !== undefined && { sessionPolicy: policy === 'default' ? null : policy }),
  }
}
