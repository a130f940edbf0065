import type { ReactNode } from 'react'
import { SideBar } from '@/components/shell/side-bar'
import { StepUpProvider } from '@/components/shell/step-up-provider'
import { Announcer } from '@/components/ui/announcer'
import { getAccount } from '@/lib/accounts/get-account'
import { requirePagePrincipal } from '@/lib/http/page-principal'

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const account = await getAccount(await requirePagePrincipal())
  return (
    <Announcer>
      <StepUpProvider username={account.username}>
        <div className="grid min-h-dvh grid-rows-[auto_1fr] side:grid-cols-[var(--spacing-side)_minmax(0,1fr)] side:grid-rows-none">
          <SideBar account={account} />
          <main id="main" tabIndex={-1} className="w-full max-w-page min-w-0 px-gutter pt-6 pb-20 side:pt-10">
            {children}
          </main>
        </div>
      </StepUpProvider>
    </Announcer>
  )
}
