import type { Provider } from '@/components/providers/provider'
import type { OwnAccountView } from '@/lib/domain/accounts/schema'
import { providersForStepUp } from '@/lib/domain/authority/step-up'
import { mayUsePassword } from '@/lib/domain/authority/usable-password'

/** Returns the providers at which the owner of an account can confirm who they are, if they are linked to them. */
export function stepUpProviders({ has_password, is_admin }: OwnAccountView): Provider[] {
  const hasUsablePassword = has_password && mayUsePassword({ isAdmin: is_admin })
  return providersForStepUp(hasUsablePassword).map(({ id, label }) => ({ id, label }))
}
