/** What people read and hear on the profile page. */
export const profileTexts = {
  page: {
    title: 'Profile',
    lead: 'Your name and account details.',
  },
  names: {
    title: 'Name',
    lead: 'Services that accept your tokens see your username.',
    usernameHint: 'Used to sign in. Changing it may require your password, and your old username stays reserved.',
    saved: 'Profile saved.',
    loading: 'Loading your name…',
  },
  email: {
    title: 'Email',
    lead: 'Where we send security and expiry notices.',
    address: 'New email address',
    submit: 'Change email',
    sent: (email: string) => `Check ${email} and click the link to finish. Your email doesn’t change until then.`,
    loading: 'Loading your email…',
  },
  account: {
    title: 'Account',
    lead: 'Your account ID never changes. Services should use it to identify you, not your username.',
    email: 'Email',
    role: 'Role',
    administrator: 'Administrator',
    member: 'Member',
    created: 'Created',
    lastSignIn: 'Last sign-in',
    id: 'Account ID',
    copied: 'account ID',
    loading: 'Loading account details…',
  },
} as const
