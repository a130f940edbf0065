/** The texts around every page: navigation, account, sign-out, password confirmation, and message pages. */
export const shellTexts = {
  product: {
    name: 'Latchkey',
    titleTemplate: '%s · Latchkey',
    description: 'Accounts and API tokens on your own server.',
  },
  skipLink: 'Skip to content',
  navigation: {
    label: 'Main',
    menu: 'Menu',
    tokens: 'Tokens',
    devices: 'Devices',
    activity: 'Activity',
    security: 'Security',
    profile: 'Profile',
    developers: 'Developers',
    apiReference: 'API reference',
    administration: 'Administration',
    overview: 'Overview',
    accounts: 'Accounts',
    allTokens: 'All tokens',
    auditLog: 'Audit log',
  },
  account: { administrator: 'Administrator', member: 'Member' },
  shortcuts: 'Keyboard shortcuts',
  signIn: 'Sign in',
  signOut: {
    label: 'Sign out',
    busy: 'The server is busy.',
    stillSignedIn: 'You’re still signed in.',
  },
  signedOut: 'You were signed out. Sign in again to continue.',
  otherAccount: {
    elsewhere: 'You signed in to a different account in another tab. Reload this page to use that account here.',
    reload: 'Reload',
    changed: (username: string) => `You’re now signed in as ${username}. Nothing changed in the other account.`,
    close: 'Close',
  },
  stepUp: {
    title: 'Confirm it’s you',
    lead: 'For your security, re-enter your password to continue.',
    providerLead:
      'For your security, confirm it at a provider. You’ll come back to this page, and what you typed here may be lost.',
    password: 'Password',
    submit: 'Continue',
  },
  notFound: {
    title: 'Page not found',
    lead: 'This page doesn’t exist or has moved.',
    home: 'Go home',
  },
} as const
