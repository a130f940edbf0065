/** Pages that belong together in the main navigation; the first group needs no heading. */
export interface NavigationGroup {
  heading: string | null
  links: readonly { href: string; label: string }[]
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
  links: [{ href: '/admin', label: 'Invitations' }],
}
