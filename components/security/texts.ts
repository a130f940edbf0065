/** What people read and hear on the security page. */
export const securityTexts = {
  page: {
    title: 'Security',
    lead: 'How you sign in, and recent account activity.',
  },
  password: {
    title: 'Password',
    lead: 'If someone else might know your password, change it. You’ll stay signed in here and be signed out everywhere else.',
    current: 'Current password',
    new: 'New password',
    confirm: 'Confirm new password',
    tokens: 'Your tokens',
    keepTokens: 'Keep tokens',
    revokeTokens: 'Revoke all tokens',
    keepNote: 'You’ll be signed out everywhere else. Your tokens keep working.',
    revokeNote: 'You’ll be signed out everywhere else. All tokens stop working immediately, so you’ll need new ones.',
    submit: 'Change password',
    set: 'Set password',
    isSet: 'Password set.',
    loading: 'Loading the password form…',
  },
  noPassword: {
    lead: 'You sign in with a provider. With a password, you can also sign in when the provider can’t be reached.',
  },
  methods: {
    title: 'Sign-in methods',
    lead: 'Providers that you can sign in with. Removing one signs out the devices that it signed in.',
    add: (label: string) => `Add ${label}`,
    remove: 'Remove',
    removeNamed: (label: string) => `Remove ${label}`,
    unnamed: 'No name given',
    /** Followed by a day, and then by `lastUsed` with a relative time. */
    added: 'Added',
    lastUsed: 'last used',
    lastWayIn: 'You can’t remove it, because you couldn’t sign in any more. Add another way to sign in first.',
  },
  removal: {
    password: {
      open: 'Remove password…',
      question: 'Remove your password?',
      effect: 'From now on you sign in only with your providers. Nothing is signed out.',
      done: 'Password removed.',
    },
    provider: {
      question: (label: string) => `Remove ${label}?`,
      effect: 'You can’t sign in with it any more. Every device that it signed in is signed out, maybe this one too.',
      done: (label: string) => `${label} removed.`,
    },
    submit: 'Remove',
  },
  outcome: {
    noDevices: 'Password changed. You weren’t signed in anywhere else.',
    devices: (count: number) =>
      count === 1
        ? 'Password changed. Signed out of 1 other device.'
        : `Password changed. Signed out of ${count} other devices.`,
    nothing: 'Password changed. You had no other devices or tokens.',
    devicesAndTokens: (count: number) =>
      count === 1
        ? 'Password changed. 1 other device or token no longer has access.'
        : `Password changed. ${count} other devices and tokens no longer have access.`,
  },
  deletion: {
    title: 'Delete account',
    lead: 'Deletes all your tokens and signs you out everywhere. Your username can’t be used again, and the audit log is kept.',
    open: 'Delete account…',
    question: (username: string) => `Delete ${username}?`,
    warning: 'This permanently deletes your account and tokens, and signs you out everywhere. It can’t be undone.',
    password: 'Password',
    passwordHint: 'Enter your password to confirm.',
    submit: 'Delete account permanently',
  },
} as const
