import type { ReactNode } from 'react'
import { SignedInShell } from '@/components/shell/signed-in-shell'
import { getAccount } from '@/lib/domain/accounts/profile/get-account'
import { requirePagePrincipal } from '@/lib/edge/serve/page-principal'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  return <SignedInShell account={await getAccount(await requirePagePrincipal())}>{children}</SignedInShell>
}
