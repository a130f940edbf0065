import type { ReactNode } from 'react'
import { stepUpProviders } from '@/app/step-up-providers'
import { SignedInShell } from '@/components/shell/signed-in-shell'
import { settings } from '@/lib/base/env'
import { getPageAccount } from '@/lib/edge/serve/page-account'
import { requirePageAddress } from '@/lib/edge/serve/page-principal'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  requirePageAddress()
  const { account } = await getPageAccount()
  return (
    <SignedInShell
      account={account}
      sendsEmail={settings().SMTP_URL !== undefined}
      stepUpProviders={stepUpProviders(account)}
    >
      {children}
    </SignedInShell>
  )
}
