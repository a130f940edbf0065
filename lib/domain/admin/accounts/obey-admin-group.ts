import { finishSetup } from '@/lib/domain/accounts/registration/finish-setup'
import type { Account } from '@/lib/domain/accounts/sign-in/authenticate-password'
import { isOtherAdminActive, setRoleByProvider } from '@/lib/domain/admin/accounts/managed-account-store'
import { recordAudit } from '@/lib/domain/audit/record-audit'
import type { Db } from '@/lib/db/client'
import { log } from '@/lib/base/log'
import { endTokens } from '@/lib/domain/tokens/revocation/end-tokens'

/** Whether a provider’s ADMIN_GROUP lists a person; null if it has no such setting. */
interface Membership {
  provider: string
  isMember: boolean | null
}

/**
 * Makes a member of a provider’s ADMIN_GROUP an administrator, and takes the role from a person who has left the group,
 * if it came from this provider and another active administrator remains. A change of role revokes the account’s browser
 * sessions, because their lifetimes depend on the role. Lock the administrators (`lockAdmins`), then the account’s row.
 */
export async function obeyAdminGroup(tx: Db, account: Account, { provider, isMember }: Membership): Promise<void> {
  if (isMember === true && !account.isAdmin) {
    await changeRole(tx, account, provider, true)
    // As when the operator creates an administrator: the setup code stops working.
    await finishSetup(tx)
  }
  if (isMember !== false || !account.isAdmin || account.adminProvider !== provider) return
  if (await isOtherAdminActive(tx, account.id)) await changeRole(tx, account, provider, false)
  else log().warn({ user_id: account.id, provider }, 'left the admin group, but is the last active administrator')
}

async function changeRole(tx: Db, { id: userId }: Account, provider: string, isAdmin: boolean): Promise<void> {
  await setRoleByProvider(tx, userId, { isAdmin, adminProvider: isAdmin ? provider : null })
  await endTokens(tx, { userId }, { kinds: ['session'] }, 'administrator')
  await recordAudit(tx, {
    action: isAdmin ? 'account.admin_granted' : 'account.admin_withdrawn',
    actor: null,
    userId,
    target: { type: 'account', id: userId },
    details: { before: { is_admin: !isAdmin }, after: { is_admin: isAdmin }, by: 'provider', provider },
  })
}
