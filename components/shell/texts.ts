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
    password: 'Password',
    submit: 'Continue',
  },
  failure: {
    unavailable: {
      title: 'Temporarily unavailable',
      lead: 'The server can’t reach its database. Nothing is lost; try again shortly.',
    },
    notLoaded: {
      title: 'This page didn’t load',
      lead: 'The connection was lost, or a new version is available. Reload the page to continue.',
    },
    failed: { title: 'Something went wrong', lead: 'The server hit an error. Try again in a moment.' },
    retry: 'Try again',
    reload: 'Reload',
    home: 'Go home',
    reference: 'Reference for the server log:',
  },
  notFound: {
    title: 'Page not found',
    lead: 'This page doesn’t exist or has moved.',
    home: 'Go home',
  },
} as const
