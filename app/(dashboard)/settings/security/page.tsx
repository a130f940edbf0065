import type { Metadata } from 'next'
import { RecentActivity } from '@/components/activity/recent-activity'
import { ChangePasswordForm } from '@/components/security/change-password-form'
import { DeleteAccountButton } from '@/components/security/delete-account-button'
import { RemoveMethodButton } from '@/components/security/remove-method-button'
import { SecuritySections } from '@/components/security/security-sections'
import { SetPasswordForm } from '@/components/security/set-password-form'
import { SignInMethods } from '@/components/security/sign-in-methods'
import { securityTexts } from '@/components/security/texts'
import { getAccount } from '@/lib/domain/accounts/profile/get-account'
import { mayUsePassword } from '@/lib/domain/authority/usable-password'
import { listIdentities } from '@/lib/domain/identities/list-identities'
import { tellEvents } from '@/lib/domain/activity/tell-events'
import { settings } from '@/lib/base/env'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'

export const metadata: Metadata = { title: securityTexts.page.title }

const RECENT_COUNT = 5

export default async function SecurityPage() {
  const principal = await requirePagePrincipal()
  const { username, email, is_admin: isAdmin, has_password: hasPassword } = await getAccount(principal)
  const { items: identities } = await listIdentities(principal)
  const { items } = await tellEvents(principal, { limit: RECENT_COUNT })
  const isLinked = (id: string) => identities.some(({ provider }) => provider === id)
  const configured = settings().providers.map(({ id, label }) => ({ id, label }))
  const addable = configured.filter(({ id }) => !isLinked(id))
  const isOffered = identities.length > 0 || addable.length > 0
  const form = { username, email: email ?? '', lengthMin: settings().PASSWORD_MIN_LENGTH }
  const canRemovePassword = configured.some(({ id }) => isLinked(id))
  const password = hasPassword ? (
    <>
      <ChangePasswordForm {...form} />
      {canRemovePassword && (
        <div className="mt-5 max-w-form border-t border-line pt-5">
          <RemoveMethodButton method={{ kind: 'password' }} />
        </div>
      )}
    </>
  ) : (
    <SetPasswordForm {...form} />
  )
  return (
    <SecuritySections
      password={mayUsePassword({ isAdmin }) ? password : null}
      {...(!hasPassword && { passwordLead: securityTexts.noPassword.lead })}
      methods={isOffered ? <SignInMethods identities={identities} addable={addable} /> : null}
      events={<RecentActivity events={items} />}
      deletion={<DeleteAccountButton username={username} hasPassword={hasPassword && mayUsePassword({ isAdmin })} />}
    />
  )
}
