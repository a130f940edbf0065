/** What people read and hear on the devices page. */
export const devicesTexts = {
  page: {
    title: 'Devices',
    lead: 'Sessions, apps & CLI, and API clients signed in to your account. Sign out anything you don’t recognize or no longer use.',
    loading: 'Loading devices…',
  },
  /** Leads to the page for a code that an app shows. */
  connect: 'Enter a device code',
  kinds: {
    session: 'Browser session',
    device: 'App',
    refresh: 'API client',
    personal: 'Token',
  },
  current: {
    title: 'This device',
    signedIn: 'Signed in',
    nowAt: (address: string) => `now at ${address}`,
    staysUntil: 'Stays signed in until',
    ifUsed: 'if you keep using it',
  },
  empty: {
    title: 'No other devices',
    text: 'When you sign in from another browser or app, it appears here.',
  },
  list: {
    label: 'Other devices',
    selectAll: 'Select all devices',
    select: (name: string) => `Select ${name}`,
    selected: 'Selected devices',
    columns: {
      selection: 'Selection',
      device: 'Device',
      lastUsed: 'Last used',
      signedIn: 'Signed in',
      expires: 'Expires',
      actions: 'Actions',
    },
    lastUsed: 'Last used',
    from: 'from',
    neverUsed: 'Not used since sign-in',
    signedIn: 'Signed in',
    expires: 'Expires',
    noExpiry: 'No expiry',
    soonerIfInactive: 'or sooner if inactive',
  },
  pager: {
    label: 'Device pages',
    first: 'First page',
    next: 'Next page',
  },
  actions: {
    menu: (name: string) => `Actions for ${name}`,
    rename: 'Rename…',
    signOut: 'Sign out…',
    signOutOthers: 'Sign out all other devices…',
  },
  rename: {
    lead: 'The name helps you recognize the device. Renaming doesn’t affect the device itself.',
  },
  signOut: {
    titleOf: (name: string) => `Sign out ${name}?`,
    titleOfSeveral: (count: number) => `Sign out ${count} devices?`,
    titleOfOthers: 'Sign out all other devices?',
    leadOfOne: 'It’s signed out immediately and will have to sign in again. Your tokens keep working.',
    leadOfSeveral: 'They’re signed out immediately and will have to sign in again. Your tokens keep working.',
    leadOfOthers:
      'They’re signed out immediately and will have to sign in again. This device stays signed in, and your tokens keep working.',
    submitOne: 'Sign out',
    submitSeveral: (count: number) => `Sign out ${count} devices`,
    submitOthers: 'Sign out all other devices',
    done: (count: number) => (count === 1 ? '1 device signed out.' : `${count} devices signed out.`),
  },
} as const
