import { StateDot } from '@/components/ui/state-dot'
import type { ManagedAccount } from '@/lib/domain/admin/accounts/schema'

/** Whether an account is active, and whether it is an administrator's. */
export function AccountState({ account }: { account: Pick<ManagedAccount, 'is_active' | 'is_admin'> }) {
  const { is_active, is_admin } = account
  const words = is_admin ? 'Administrator' : 'Active'
  return is_active ? <StateDot tone="live">{words}</StateDot> : <StateDot tone="dead">Deactivated</StateDot>
}
