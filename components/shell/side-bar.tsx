import { OpenPalette } from '@/components/palette/open-palette'
import { AccountBlock } from '@/components/shell/account-block'
import { Brand } from '@/components/shell/brand'
import { NavFold, NavLink } from '@/components/shell/nav-fold'
import { administration, navigation } from '@/components/shell/navigation'
import { PreferencesRow } from '@/components/shell/preferences-row'
import { shellTexts } from '@/components/shell/texts'
import type { AccountView } from '@/lib/domain/accounts/schema'

/** The navigation and the account beside every signed-in page; a collapsible bar on narrow screens. */
export function SideBar({ account }: { account: AccountView }) {
  const groups = account.is_admin ? [...navigation, administration] : navigation
  return (
    <header className="relative z-20 flex items-center gap-2 border-b border-line bg-bg px-3 py-2 side:sticky side:top-0 side:h-dvh side:flex-col side:items-stretch side:border-r side:border-b-0 side:px-3.5 side:py-5">
      <Brand />
      <OpenPalette isAdmin={account.is_admin} />
      <NavFold>
        <nav aria-label={shellTexts.navigation.label} className="-m-1 min-h-0 flex-1 overflow-auto p-1 side:mt-1">
          {groups.map(({ heading, links }) => (
            <div key={heading}>
              {heading !== null && <h2 className="mt-4 mb-1 px-2.5 text-label font-medium text-faint">{heading}</h2>}
              <ul className="grid gap-0.5">
                {links.map((link) => (
                  <li key={link.href}>
                    <NavLink {...link} />
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </nav>
        <AccountBlock username={account.username} isAdmin={account.is_admin} />
        <PreferencesRow />
      </NavFold>
    </header>
  )
}
