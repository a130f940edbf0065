import type { ReactNode } from 'react'
import { SignedInShell } from '@/components/shell/signed-in-shell'
import { getAccount } from '@/lib/accounts/get-account'
import { requirePagePrincipal } from '@/lib/http/page-principal'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  return <SignedInShell account={await getAccount(await requirePagePrincipal())}>{children}</SignedInShell>
}
