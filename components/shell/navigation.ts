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
      { href: '/settings/tokens', label: 'Tokens' },
      { href: '/settings/devices', label: 'Devices' },
      { href: '/settings/security', label: 'Security' },
      { href: '/settings/profile', label: 'Profile' },
    ],
  },
  { heading: 'For programs', links: [{ href: '/docs/api', label: 'API' }] },
]

/** Additional links for administrators. */
export const administration: NavigationGroup = {
  heading: 'Administration',
  links: [
    { href: '/admin', label: 'Overview', isAlone: true },
    { href: '/admin/users', label: 'Accounts' },
    { href: '/admin/tokens', label: 'All tokens' },
    { href: '/admin/audit', label: 'Audit' },
  ],
}
