/** A page of the main navigation; it is where one is on the pages below it too, unless it stands for itself alone. */
export interface NavigationLink {
  href: string
  label: string
  isAlone?: true
}

/** Pages that belong together in the main navigation; the first group needs no heading. */
export interface NavigationGroup {
  heading: string | null
  links: readonly NavigationLink[]
}

/** Where a signed-in person can go. */
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

/** Where an administrator can go as well. */
export const administration: NavigationGroup = {
  heading: 'Administration',
  links: [
    { href: '/admin', label: 'Overview', isAlone: true },
    { href: '/admin/users', label: 'Accounts' },
    { href: '/admin/tokens', label: 'All tokens' },
    { href: '/admin/audit', label: 'Audit' },
  ],
}
