import type { ReactNode } from 'react'
import type { Provider } from '@/components/providers/provider'
import { AccountWatch } from '@/components/shell/account-watch'
import { SideBar } from '@/components/shell/side-bar'
import { StepUpProvider } from '@/components/shell/step-up-provider'
import { UnconfirmedEmail } from '@/components/shell/unconfirmed-email'
import { Announcer } from '@/components/ui/announcer'
import type { AccountView } from '@/lib/domain/accounts/schema'

interface SignedInShellProps {
  account: AccountView
  /** Whether a mail server is configured. */
  sendsEmail: boolean
  /** The providers at which the owner can confirm who they are, if the account is linked to them. */
  stepUpProviders: readonly Provider[]
  children: ReactNode
}

/**
 * The layout of every signed-in page: the navigation, the messages at its foot, and the dialog that asks for the
 * password.
 */
export function SignedInShell({ account, sendsEmail, stepUpProviders, children }: SignedInShellProps) {
  return (
    <Announcer>
      <StepUpProvider username={account.username} providers={stepUpProviders}>
        <div
          data-account={account.id}
          className="grid min-h-dvh grid-rows-[auto_1fr] side:grid-cols-[var(--spacing-side)_minmax(0,1fr)] side:grid-rows-none"
        >
          <SideBar account={account} />
          <main
            id="main"
            tabIndex={-1}
            className="@container/list w-full max-w-page min-w-0 px-gutter pt-6 pb-[max(--spacing(20),calc(--spacing(5)+var(--spacing-toasts)))] side:pt-10"
          >
            <AccountWatch id={account.id} username={account.username} />
            {sendsEmail && account.email !== null && !account.email_verified && (
              <UnconfirmedEmail email={account.email} />
            )}
            {children}
          </main>
        </div>
      </StepUpProvider>
    </Announcer>
  )
}
