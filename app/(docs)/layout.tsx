import type { ReactNode } from 'react'
import { stepUpProviders } from '@/app/step-up-providers'
import { unlessUnavailable } from '@/app/unless-unavailable'
import { PublicShell } from '@/components/shell/public-shell'
import { SignedInShell } from '@/components/shell/signed-in-shell'
import { settings } from '@/lib/base/env'
import { getAccount } from '@/lib/domain/accounts/profile/get-account'
import { findPagePrincipal } from '@/lib/edge/serve/page-principal'

/** The documentation is public. A signed-in person keeps the navigation. */
export default async function DocsLayout({ children }: { children: ReactNode }) {
  const account = await unlessUnavailable(async () => {
    const principal = await findPagePrincipal()
    return principal && getAccount(principal)
  })
  return account === null ? (
    <PublicShell>{children}</PublicShell>
  ) : (
    <SignedInShell
      account={account}
      sendsEmail={settings().SMTP_URL !== undefined}
      stepUpProviders={stepUpProviders(account)}
    >
      {children}
    </SignedInShell>
  )
}
