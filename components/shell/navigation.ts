import { shellTexts } from '@/components/shell/texts'

const texts = shellTexts.navigation

/** A link in the main navigation. It is also current on the pages below it, unless `isAlone` is set. */
export interface NavigationLink {
  href: string
  label: string
  isAlone?: true
}

/** A group of links in the main navigation. The first group needs no heading. */
export interface NavigationGroup {
  heading: string | null
  links: readonly NavigationLink[]
}

/** Links for every signed-in account. */
export const navigation: readonly NavigationGroup[] = [
  {
    heading: null,
    links: [
      { href: '/settings/tokens', label: texts.tokens },
      { href: '/settings/devices', label: texts.devices },
      { href: '/settings/activity', label: texts.activity },
      { href: '/settings/security', label: texts.security },
      { href: '/settings/profile', label: texts.profile },
    ],
  },
  { heading: texts.developers, links: [{ href: '/docs/api', label: texts.apiReference }] },
]

/** Additional links for administrators. */
export const administration: NavigationGroup = {
  heading: texts.administration,
  links: [
    { href: '/admin', label: texts.overview, isAlone: true },
    { href: '/admin/users', label: texts.accounts },
    { href: '/admin/tokens', label: texts.allTokens },
    { href: '/admin/audit', label: texts.auditLog },
  ],
}
