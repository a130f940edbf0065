import { AccountBlock } from '@/components/shell/account-block'
import { Brand } from '@/components/shell/brand'
import { NavLink } from '@/components/shell/nav-link'
import type { AccountView } from '@/lib/accounts/schema'

/** What stands beside every signed-in page: where one is, who one is, the way out. A bar on top where it is narrow. */
export function SideBar({ account }: { account: AccountView }) {
  return (
    <header className="flex items-center gap-2 border-b border-line px-3 py-2.5 side:sticky side:top-0 side:h-dvh side:flex-col side:items-stretch side:border-r side:border-b-0 side:px-3.5 side:py-5">
      <Brand nameClass="max-side:sr-only" />
      <nav aria-label="Main" className="-m-1 min-w-0 flex-1 overflow-auto p-1 side:mt-1">
        <ul className="flex gap-0.5 side:flex-col">
          <li>
            <NavLink href="/settings/tokens" label="Tokens" />
          </li>
        </ul>
      </nav>
      <AccountBlock username={account.username} isAdmin={account.is_admin} />
    </header>
  )
}
