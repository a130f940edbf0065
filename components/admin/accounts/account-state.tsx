import { adminAccountsTexts } from '@/components/admin/texts-accounts'
import { StateDot } from '@/components/ui/state-dot'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

const texts = adminAccountsTexts.status

/** Whether an account is active, and whether it is an administrator's. */
export function AccountState({ account }: { account: Pick<ManagedAccount, 'is_active' | 'is_admin'> }) {
  const { is_active, is_admin } = account
  const words = is_admin ? texts.administrator : texts.active
  return is_active ? <StateDot tone="live">{words}</StateDot> : <StateDot tone="dead">{texts.deactivated}</StateDot>
}
