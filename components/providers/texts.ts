/** What people read when they sign in with a provider. */
export const providerTexts = {
  or: 'or',
  continueWith: (label: string) => `Continue with ${label}`,
  opening: (label: string) => `Opening ${label}…`,
  adminsOnly: 'Sign in with a password (administrators)',
  callback: {
    title: 'One moment',
    lead: (label: string) => `Checking with ${label}…`,
    failed: 'That didn’t work',
  },
  stepUpNote: 'The provider opens in place of this page and leads back here. What you typed may be lost.',
  back: 'Back to sign in',
  toSecurity: 'Back to your sign-in methods',
  failures: {
    provider_denied: (label: string) => `The sign-in at ${label} was cancelled.`,
    provider_failed: (label: string) =>
      `The sign-in at ${label} didn’t work. It was used already, took too long, or started in another browser. Start again.`,
    provider_not_allowed: (label: string) =>
      `${label} knows you, but your account there may not sign in here. Ask your administrator.`,
    provider_unavailable: (label: string) => `${label} can’t be reached right now. Try again in a minute.`,
    provider_not_found: () => 'This server no longer offers this way to sign in.',
    registration_closed: () => 'You don’t have an account here, and sign-up is closed. Ask your administrator.',
    code_invalid: () => 'Your invitation link has expired or was already used. Ask for a new one.',
    identity_taken: (label: string) => `Your account at ${label} is already linked to another account here.`,
    credentials_invalid: () => 'Your account here can’t be used. Ask your administrator.',
    too_many_requests: () => 'Too many attempts. Wait a minute, then try again.',
    token_missing: () => 'You were signed out meanwhile. Sign in, then try again.',
  } as Readonly<Record<string, (label: string) => string>>,
  failed: 'Something went wrong. Start again.',
  join: {
    title: 'Create your account',
    lead: 'Choose a username. You can change it later.',
    username: 'Username',
    email: 'Email address',
    submit: 'Create account',
    checkInbox: (email: string) => `Check your inbox at ${email}, and open the link to confirm your address.`,
    checkInboxTitle: 'Confirm your email address',
  },
  link: {
    title: 'You may already have an account',
    lead: 'An account here has the same email address. If it’s yours, enter its password to link them.',
    leadFresh: 'An account here has the same email address, which it never confirmed.',
    leadNoWay:
      'An account here has the same email address. If it’s yours, sign in to it another way and add this provider on its security page.',
    password: 'Password',
    submit: 'This is my account',
    startFresh: 'Start fresh',
    startFreshHint:
      '“Start fresh” gives you a new account with this address. The other account loses the address and keeps everything else.',
  },
  lost: {
    title: 'Start again',
    lead: 'This sign-in has expired or was already completed.',
  },
  setup: {
    code: 'Setup code',
    codeHint: 'The server prints it when it starts.',
    missing: 'Enter the setup code.',
  },
} as const
